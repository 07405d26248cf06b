const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

const pixels = new Uint8Array(512000)
const row = pixels.subarray(0, 1600)

ws.onopen = () => {
  ws.send(row.buffer)
}
