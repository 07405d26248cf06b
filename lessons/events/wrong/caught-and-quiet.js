const ws = new WebSocket('ws://localhost:8080')
const opened = new Promise((resolve, reject) => {
  ws.onopen = resolve
  ws.onerror = reject
})
try {
  await opened
  console.log('open')
} catch (error) {
  console.log(error.message)
}
