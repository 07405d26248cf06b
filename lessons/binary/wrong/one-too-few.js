const ws = new WebSocket('ws://localhost:8080')
const canvas = document.querySelector('canvas')
const img = canvas.getContext('2d').getImageData(0, 0, 400, 320)
ws.binaryType = 'arraybuffer'

ws.onopen = () => {
  for (let i = 0; i < 9; i++) ws.send(img.data.subarray(i * 51200, (i + 1) * 51200))
}

ws.onmessage = ({ data }) => {
  if (typeof data === 'string') return
  const b = new Uint8Array(data)
  console.log(b[0], b[1], b[2], b[3])
}
