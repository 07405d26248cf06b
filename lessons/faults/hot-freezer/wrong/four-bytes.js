const ws = new WebSocket('wss://cold.example/')

ws.onmessage = (event) => {
  const tenths = Math.round(Number(event.data) * 10)
  const view = new DataView(new ArrayBuffer(4))
  view.setInt32(0, tenths)
  ws.send(view)
}
