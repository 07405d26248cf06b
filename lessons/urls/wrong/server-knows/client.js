const ws = new WebSocket('ws://chat.example/hello?name=' + prompt('Name?'))

ws.onmessage = (event) => {
  console.log(event.data)
}
