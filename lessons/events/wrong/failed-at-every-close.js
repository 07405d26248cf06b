const ws = new WebSocket('ws://localhost:8080')
ws.onmessage = () => ws.close(1000, 'done')
ws.onclose = () => console.log('failed')

await new Promise((resolve) => {
  ws.onopen = resolve
})
console.log('open')
ws.send('Hello')
