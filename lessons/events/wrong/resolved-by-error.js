const ws = new WebSocket('ws://localhost:8080')
await new Promise((resolve) => {
  ws.onopen = resolve
  ws.onerror = resolve
})
console.log('open')
ws.send('Hello')
