const ws = new WebSocket('wss://cold.example/')

ws.onmessage = (event) => {
  const tenths = Math.round(Number(event.data) * 10)
  console.log('set to ' + tenths / 10)
  const view = new DataView(new ArrayBuffer(2))
  view.setInt16(0, tenths)
  ws.send(view)
}
