const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

ws.onopen = () => {
  ws.send([72, 105])
}

ws.onmessage = (event) => {
  console.log(event.data)
}
