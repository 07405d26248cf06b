const ws = new WebSocket('wss://echo.websocket.org')
ws.close()
console.log(ws.readyState)

ws.onclose = (event) => {
  console.log(ws.readyState, event.code)
}
