const ws = new WebSocket('wss://echo.websocket.org')
console.log(ws.readyState)

while (ws.readyState === WebSocket.CONNECTING) {
  // wait until it is open
}

console.log(ws.readyState)
ws.close()
console.log(ws.readyState)

ws.onclose = () => {
  console.log(ws.readyState)
}
