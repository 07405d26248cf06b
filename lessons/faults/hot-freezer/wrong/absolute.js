const ws = new WebSocket('wss://cold.example/')

ws.onmessage = (event) => {
  const tenths = Math.abs(Math.round(Number(event.data) * 10))
  ws.send(new Uint8Array([tenths >> 8, tenths & 255]))
}
