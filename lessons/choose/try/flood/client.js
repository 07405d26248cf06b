const ws = new WebSocket('ws://localhost:8080')
const waiting = []
let isDrawing = false
let most = 0

ws.onmessage = ({ data }) => {
  waiting.push(data)
  most = Math.max(most, waiting.length)
  if (!isDrawing) draw()
}

async function draw() {
  isDrawing = true
  while (waiting.length > 0) {
    waiting.shift()
    // One picture takes 20 ms to draw.
    await new Promise((done) => setTimeout(done, 20))
  }
  isDrawing = false
  console.log('most waiting at a time:', most)
}
