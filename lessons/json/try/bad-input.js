const ws = new WebSocket('ws://localhost:8080')

ws.onmessage = (event) => {
  console.log(event.data)
  const message = JSON.parse(event.data)
  console.log(message.type)
}
