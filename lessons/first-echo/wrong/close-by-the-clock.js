const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  ws.send('Good morning')
}

setTimeout(() => ws.close(1000), 10)
