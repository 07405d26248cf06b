const ws = new WebSocket('ws://localhost:8080')

ws.onmessage = (event) => {
  console.log('the server says', typeof event.data)
}
