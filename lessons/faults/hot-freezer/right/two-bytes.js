const ws = new WebSocket('wss://cold.example/')

ws.onmessage = (event) => {
  const tenths = Math.round(parseFloat(event.data) * 10)
  ws.send(Uint8Array.of(tenths >> 8, tenths))
}
