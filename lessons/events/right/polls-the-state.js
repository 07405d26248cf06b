const ws = new WebSocket('ws://localhost:8080')
const begin = Date.now()
ws.addEventListener('close', (event) => console.log('c', event.code))
ws.addEventListener('close', (event) => console.log('r', event.reason))
ws.addEventListener('message', () => ws.close(3000, 'enough'))

while (ws.readyState === WebSocket.CONNECTING) {
  if (Date.now() - begin >= 2000) ws.close()
  await new Promise((done) => setTimeout(done, 20))
}
if (ws.readyState === WebSocket.OPEN) {
  console.log('open')
  ws.send('x')
} else {
  console.log('failed')
}
