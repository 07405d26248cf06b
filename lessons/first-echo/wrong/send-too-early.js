const ws = new WebSocket('wss://echo.websocket.org')
ws.send('Good morning')

ws.onmessage = () => {
  ws.close(1000)
}
