const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  ws.send('Hello')
}
