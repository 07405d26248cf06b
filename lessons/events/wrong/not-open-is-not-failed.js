const ws = new WebSocket('ws://localhost:8080')
ws.onmessage = () => ws.close(1000, 'done')
ws.onopen = () => {
  console.log('open')
  ws.send('Hello')
}
setTimeout(() => {
  if (ws.readyState !== WebSocket.OPEN) {
    ws.close()
    console.log('failed')
  }
}, 2000)
