const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  ws.send('Good morning')
}

ws.onmessage = () => {
  ws.close(3000)
}
