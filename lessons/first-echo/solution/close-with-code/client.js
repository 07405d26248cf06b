const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)

ws.onopen = () => {
  ws.send('Hello')
}

ws.onmessage = (event) => {
  console.log('received', event.data)
  ws.close(1000)
}

ws.onclose = (event) => {
  console.log('closed', event.code)
}
