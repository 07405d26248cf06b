const ws = new WebSocket('ws://localhost:8080')
ws.onopen = () => {
  console.log('open')
  ws.send('Hello')
}
setTimeout(() => {
  console.log('failed')
  if (ws.readyState === 0) ws.close()
}, 2000)
