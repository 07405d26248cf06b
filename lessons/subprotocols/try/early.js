const names = ['v2.chat', 'v1.chat']
const url = 'ws://localhost:8080'
const ws = new WebSocket(url, names)

console.log('at once:', ws.protocol)

ws.onopen = () => {
  console.log('open:', ws.protocol)
}
