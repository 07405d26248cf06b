const ws = new WebSocket('ws://localhost:8080')
const timer = setInterval(() => {
  if (ws.readyState !== WebSocket.OPEN) return
  ws.send(JSON.stringify({ id: 1, text: 'here' }))
  clearInterval(timer)
}, 50)
