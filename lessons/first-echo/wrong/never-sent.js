const ws = new WebSocket('wss://echo.websocket.org')

ws.onOpen = () => {
  ws.send('Good morning')
}

ws.onmessage = () => {
  ws.close(1000)
}
