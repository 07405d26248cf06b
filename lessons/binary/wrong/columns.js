const ws = new WebSocket('ws://localhost:8080')
const canvas = document.querySelector('canvas')
const img = canvas.getContext('2d').getImageData(0, 0, 400, 320)
ws.binaryType = 'arraybuffer'

ws.onopen = () => {
  const c = canvas.getContext('2d')
  for (let x = 0; x < 400; x += 40) ws.send(c.getImageData(x, 0, 40, 320).data)
}

ws.onmessage = ({ data }) => {
  if (typeof data === 'string') return
  const b = new Uint8Array(data)
  console.log(b[0], b[1], b[2], b[3])
}
