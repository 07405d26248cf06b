import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

// 400 × 320 pixels: red, green, blue and alpha of each.
function paint(...pixel) {
  return Buffer.alloc(512000, Buffer.from(pixel))
}

server.on('connection', (socket) => {
  socket.on('message', () => {
    socket.send(paint(200, 30, 60, 255))
  })
})
