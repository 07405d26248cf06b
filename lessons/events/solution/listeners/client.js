const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

ws.onmessage = (event) => {
  console.log('message', event.data)
  ws.close(1000, 'done')
}

ws.onclose = (event) => {
  console.log('close', event.code)
}

ws.addEventListener('close', (event) => {
  console.log('because', event.reason)
})

const opened = new Promise((resolve) => {
  ws.onopen = resolve
})
await opened
console.log('open')
ws.send('Hello')
