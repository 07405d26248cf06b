const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

ws.onmessage = () => {
  ws.close()
}

ws.onclose = ({ code, reason }) => {
  console.log(code, reason)
}
