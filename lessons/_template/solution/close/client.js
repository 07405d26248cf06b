const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  console.log('open')
  ws.close(1000)
}

ws.onmessage = (event) => {
  console.log('received', event.data)
}
