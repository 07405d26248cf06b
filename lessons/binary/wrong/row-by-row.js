const url = 'ws://localhost:8080'
const ws = new WebSocket(url)
ws.binaryType = 'arraybuffer'

const canvas = document.querySelector('canvas')
const context = canvas.getContext('2d')
const img = context.getImageData(0, 0, 400, 320)

ws.onopen = () => {
  const row = 400 * 4
  for (let y = 0; y < 10; y++) {
    const start = y * row
    const end = start + 32 * row
    ws.send(img.data.subarray(start, end))
  }
}

ws.onmessage = (event) => {
  if (typeof event.data === 'string') return
  const bytes = new Uint8Array(event.data)
  console.log(...bytes.subarray(0, 4))
}
