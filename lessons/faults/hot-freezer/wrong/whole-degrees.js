const ws = new WebSocket('wss://cold.example/')

ws.onmessage = (event) => {
  const degrees = Math.round(Number(event.data))
  const view = new DataView(new ArrayBuffer(2))
  view.setInt16(0, degrees * 10)
  ws.send(view)
}
