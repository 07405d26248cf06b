const ws = new WebSocket('wss://cold.example/')

ws.onmessage = (event) => {
  const view = new DataView(new ArrayBuffer(2))
  view.setUint16(0, Math.round(event.data * 10))
  ws.send(new Blob([view]))
}
