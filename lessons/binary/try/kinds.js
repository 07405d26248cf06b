const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

ws.onopen = () => {
  ws.send('Hi')
  ws.send(new Uint8Array([72, 105]))
  ws.send(new Blob(['Hi']))
}

ws.onmessage = (event) => {
  if (typeof event.data === 'string') {
    console.log(event.data)
  }
}
