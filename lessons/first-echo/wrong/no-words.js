const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  ws.send('')
}

ws.onmessage = () => {
  ws.close(1000)
}
