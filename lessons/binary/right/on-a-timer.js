const ws = new WebSocket('ws://localhost:8080')
const canvas = document.querySelector('canvas')
const img = canvas.getContext('2d').getImageData(0, 0, 400, 320)
ws.binaryType = 'arraybuffer'

let n = 0
ws.onopen = () => {
  const timer = setInterval(() => {
    ws.send(img.data.slice(n * 51200, (n + 1) * 51200))
    if (++n === 10) clearInterval(timer)
  }, 50)
}

ws.onmessage = ({ data }) => {
  if (typeof data === 'string') return
  const b = new Uint8Array(data)
  console.log(`${b[0]},${b[1]},${b[2]},${b[3]}`)
}
