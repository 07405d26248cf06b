const ws = new WebSocket('ws://localhost:8080')

ws.addEventListener('open', () => {
  setTimeout(() => ws.send(new Uint8Array([1, 2, 3])), 1000)
})

ws.addEventListener('message', () => {
  setTimeout(() => ws.close(), 1000)
})
