const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  console.log('Good morning')
}

ws.onmessage = () => {
  ws.close(1000)
}
