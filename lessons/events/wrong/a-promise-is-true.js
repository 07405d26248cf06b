const ws = new WebSocket('ws://localhost:8080')
const opened = new Promise((resolve) => {
  ws.onopen = resolve
})
setTimeout(() => {
  if (!opened) ws.close()
}, 2000)
await opened
console.log('open')
