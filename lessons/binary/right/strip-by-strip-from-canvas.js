const ws = new WebSocket('ws://localhost:8080')
const context = document.querySelector('canvas').getContext('2d')

ws.addEventListener('open', () => {
  ws.binaryType = 'arraybuffer'
  for (let y = 0; y < 320; y += 32) {
    ws.send(context.getImageData(0, y, 400, 32).data)
  }
})

let isFirst = true
ws.addEventListener('message', ({ data }) => {
  if (typeof data === 'string' || !isFirst) return
  isFirst = false
  console.log(new Uint8Array(data).slice(0, 4))
})
