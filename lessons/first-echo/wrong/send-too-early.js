const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  console.log('open')
}

ws.onmessage = (event) => {
  console.log('received', event.data)
  ws.close()
}

ws.onclose = (event) => {
  console.log('closed', event.code, event.wasClean)
}

ws.send('Hello, server!')
