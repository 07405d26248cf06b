const ws = new WebSocket('wss://echo.websocket.org')
console.log(0, 'CONNECTING')

ws.onopen = () => {
  console.log(1, 'OPEN')
  ws.close()
  console.log(2, 'CLOSING')
}

ws.onclose = () => console.log(3, 'CLOSED')
