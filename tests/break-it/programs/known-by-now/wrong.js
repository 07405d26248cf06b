const ws = new WebSocket('ws://localhost:8080')
ws.onopen = () => {
  ws.send(JSON.stringify({ hello: 'Zoe' }))
  setTimeout(() => ws.send(JSON.stringify({ save: 'draft' })), 400)
}
