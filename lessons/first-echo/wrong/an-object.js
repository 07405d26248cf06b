const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  ws.send({ text: 'Good morning' })
}

ws.onmessage = (event) => {
  console.log('received', event.data)
  ws.close(1000)
}
