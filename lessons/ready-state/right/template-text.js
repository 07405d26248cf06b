const ws = new WebSocket('wss://echo.websocket.org')
const print = () => console.info(`readyState is ${ws.readyState}`)

print()
ws.addEventListener('open', print)
ws.addEventListener('open', () => {
  setTimeout(() => {
    ws.close(1000)
    print()
  }, 500)
})
ws.addEventListener('close', print)
