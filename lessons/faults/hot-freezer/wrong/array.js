const ws = new WebSocket('wss://cold.example/')

ws.onmessage = (event) => {
  const tenths = Math.round(Number(event.data) * 10)
  ws.send([tenths >> 8, tenths & 255])
}
