const ws = new WebSocket('ws://localhost:8080')
const opened = new Promise((resolve) => {
  ws.onopen = resolve
})
const late = new Promise((_, reject) => setTimeout(reject, 2000))
try {
  await Promise.race([opened, late])
  console.log('open')
  ws.send('Hello')
} catch {
  console.log('failed')
}
