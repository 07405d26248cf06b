const url = 'ws://localhost:8080'
const ws = new WebSocket(url)
ws.binaryType = 'arraybuffer'

const canvas = document.querySelector('canvas')
const context = canvas.getContext('2d')
const img = context.getImageData(0, 0, 400, 320)

ws.onopen = () => {
  ws.send(img.data)
  const strip = 32 * 400 * 4
  for (let i = 0; i < img.data.length; i += strip) {
    ws.send(img.data.subarray(i, i + strip))
  }
}

ws.onmessage = (event) => {
  if (typeof event.data === 'string') return
  const bytes = new Uint8Array(event.data)
  console.log(...bytes.subarray(0, 4))
}
