const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

const canvas = document.querySelector('canvas')
const context = canvas.getContext('2d')
const img = context.getImageData(0, 0, 400, 320)

ws.onopen = () => {
  const binary = new Uint8Array(img.data.length)
  for (let i = 0; i < img.data.length; i++) {
    binary[i] = img.data[i]
  }
  ws.send(binary.buffer)
}

ws.onmessage = (event) => {
  console.log(event.data)
}
