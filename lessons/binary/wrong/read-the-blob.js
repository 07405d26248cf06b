const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

const canvas = document.querySelector('canvas')
const context = canvas.getContext('2d')
const img = context.getImageData(0, 0, 400, 320)

ws.onopen = () => {
  ws.send(img.data)
}

ws.onmessage = async (event) => {
  if (typeof event.data === 'string') return
  const buffer = await event.data.arrayBuffer()
  console.log(...new Uint8Array(buffer, 0, 4))
}
