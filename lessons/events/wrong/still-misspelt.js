const ws = new WebSocket('ws://localhost:8080')
ws.onopen = () => ws.send('Hello')
ws.onmessage = () => ws.close(1000, 'done')

ws.oncolse = (event) => console.log('close', event.code)
ws.addEventListener('close', (event) => {
  console.log('reason', event.reason)
})
