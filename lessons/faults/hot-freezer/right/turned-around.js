const ws = new WebSocket('wss://cold.example/')

ws.onmessage = (event) => {
  const tenths = Math.round(Number(event.data) * 10)
  const own = new Uint8Array(new Int16Array([tenths]).buffer)
  ws.send(own.reverse())
}
