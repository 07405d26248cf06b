const ws = new WebSocket('ws://localhost:8080')
try {
  await new Promise((resolve, reject) => {
    ws.onopen = resolve
    ws.onclose = reject
  })
} catch {
  console.log('failed')
}
console.log('open')
ws.send('Hello')
