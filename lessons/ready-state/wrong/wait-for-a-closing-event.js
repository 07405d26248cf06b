const ws = new WebSocket('wss://echo.websocket.org')

console.log(ws.readyState)

ws.addEventListener('open', () => {
  console.log(ws.readyState)
  setTimeout(() => ws.close(), 1000)
})

ws.addEventListener('closing', () => {
  console.log(ws.readyState)
})

ws.addEventListener('close', () => {
  console.log(ws.readyState)
})
