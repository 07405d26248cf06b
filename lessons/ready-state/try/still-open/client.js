const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

ws.onopen = () => {
  ws.send('Are you there?')
}

ws.onmessage = () => console.log('yes')

setTimeout(() => {
  console.log(ws.readyState)
}, 9000)
