const url = 'ws://localhost:8080'
const ws = new WebSocket(url, 'v3.chat')

ws.onopen = () => {
  console.log('open', ws.protocol || 'none')
}

ws.onclose = (event) => {
  console.log('close', event.code)
}
