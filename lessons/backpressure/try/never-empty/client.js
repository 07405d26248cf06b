const ws = new WebSocket('ws://localhost:8080')

ws.onopen = () => {
  ws.send(new Uint8Array(2_000_000))
}

ws.onclose = () => {
  console.log(ws.bufferedAmount > 0)
}
