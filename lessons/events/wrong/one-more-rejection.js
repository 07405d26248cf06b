const ws = new WebSocket('ws://localhost:8080')
const opened = new Promise((resolve, reject) => {
  ws.onopen = resolve
  ws.onerror = reject
})
opened.then(() => ws.send('Hello'))
opened.then(
  () => console.log('open'),
  () => console.log('failed'),
)
