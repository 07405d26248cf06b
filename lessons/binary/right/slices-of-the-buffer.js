const ws = new WebSocket('ws://localhost:8080')
const canvas = document.querySelector('canvas')
const img = canvas.getContext('2d').getImageData(0, 0, 400, 320)
ws.binaryType = 'arraybuffer'

ws.onopen = () => {
  for (let i = 0; i < 10; i++) ws.send(img.data.buffer.slice(i * 51200, i * 51200 + 51200))
}

ws.addEventListener('message', (event) => {
  if (!(event.data instanceof ArrayBuffer)) return
  const view = new DataView(event.data)
  const pixel = []
  for (let i = 0; i < 4; i++) pixel.push(view.getUint8(i))
  console.info(pixel.join(' / '))
})
