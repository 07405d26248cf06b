const ws = new WebSocket('ws://localhost:8080')
const opened = new Promise((resolve, reject) => {
  ws.onopen = resolve
  ws.onerror = reject
})
await opened
console.log('open')
ws.send('Hello')
