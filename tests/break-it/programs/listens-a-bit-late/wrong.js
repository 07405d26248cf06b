const ws = new WebSocket('ws://localhost:8080')
setTimeout(() => {
  ws.onopen = () => ws.send(JSON.stringify({ id: 1, text: 'here' }))
}, 50)
