console.log('WebSocket' in window)

const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

ws.onclose = (event) => {
  console.log('close', event.code)
}
