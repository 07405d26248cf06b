const ws = new WebSocket('wss://cold.example/')
const bytes = new ArrayBuffer(2)
const view = new DataView(bytes)

ws.addEventListener('message', ({ data }) => {
  view.setInt16(0, Math.round(Number(data) * 10), false)
  ws.send(bytes)
})
