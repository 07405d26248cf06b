const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  ws.send('Hello, server!')
}

ws.onmessage = (event) => {
  console.log('received', event.data)
}

ws.onclose = (event) => {
  console.log('closed', event.code, event.wasClean)
}
