const name = prompt('Your name?')
const ws = new WebSocket('ws://chat.example/hello?name=' + encodeURI(name))

ws.onmessage = (event) => {
  console.log(event.data)
}
