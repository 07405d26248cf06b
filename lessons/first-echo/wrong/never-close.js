const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  ws.send('Good morning')
}

ws.onmessage = (event) => {
  console.log('received', event.data)
}
