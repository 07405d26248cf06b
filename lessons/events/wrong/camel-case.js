const ws = new WebSocket('ws://localhost:8080')
ws.onopen = () => ws.send('Hello')
ws.onmessage = () => ws.close(1000, 'done')

ws.onClose = (event) => {
  console.log(event.code, event.reason)
}
