const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  console.log('open')
  ws.send('Hello')
}

ws.onmessage = (event) => {
  console.log('received', event.data)
  ws.close()
}
