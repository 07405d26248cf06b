const ws = new WebSocket('ws://localhost:8080')
const opened = new Promise((resolve, reject) => {
  ws.onopen = resolve
  ws.onerror = () => reject(new Error('refused'))
})
opened.catch(() => console.log('failed'))
await opened
console.log('open')
ws.send('Hello')
