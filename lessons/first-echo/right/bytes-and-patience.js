const ws = new WebSocket('ws://localhost:8080')
ws.binaryType = 'arraybuffer'

ws.addEventListener('open', () => {
  setTimeout(() => ws.send('late, but mine'), 1000)
})

ws.addEventListener('message', ({ data }) => {
  setTimeout(() => ws.close(1000, String(data)), 1000)
})
