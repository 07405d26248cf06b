const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

ws.onmessage = (event) => {
  console.log('received', event.data)
}
