const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  ws.close(1000)
}
