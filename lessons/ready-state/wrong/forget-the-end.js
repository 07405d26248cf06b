const ws = new WebSocket('wss://echo.websocket.org')

console.log(ws.readyState)

ws.onopen = () => {
  console.log(ws.readyState)
  ws.close()
  console.log(ws.readyState)
}
