const ws = new WebSocket('ws://localhost:8080')
ws.onopen = () => {
  setTimeout(() => ws.send('two'), 150)
  setTimeout(() => ws.send('three'), 200)
  setTimeout(() => ws.close(), 600)
}
