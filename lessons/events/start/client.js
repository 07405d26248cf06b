const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

ws.onmessage = (event) => {
  console.log('message', event.data)
  ws.close(1000, 'done')
}

ws.oncolse = (event) => {
  console.log('close', event.code)
}

const opened = new Promise((resolve) => {
  ws.onopen = resolve
})
await opened
console.log('open')
ws.send('Hello')
