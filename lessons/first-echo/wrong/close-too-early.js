const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  ws.send('Good morning')
  ws.close(1000)
}

ws.onmessage = (event) => {
  console.log('received', event.data)
}

ws.onclose = (event) => {
  console.log('closed', event.code)
}
