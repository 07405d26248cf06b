const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  ws.send(new TextEncoder().encode('Good morning'))
}

ws.onmessage = () => {
  ws.close(1000)
}
