const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)

ws.onopen = () => {
  ws.send('goodbye')
  ws.close(1000)
  ws.send('one more thing')
}
