const names = ['v9.chat', 'v2.chat']
const url = 'ws://localhost:8080'
const ws = new WebSocket(url, names)

ws.onopen = () => {
  console.log('open', ws.protocol || 'none')
}

ws.onclose = (event) => {
  console.log('close', event.code)
}
