import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

function paint(...pixel) {
  return Buffer.alloc(512000, Buffer.from(pixel))
}

server.on('connection', (socket) => {
  socket.on('message', () => {
    socket.send(paint(200, 30, 60, 255))
    socket.send(paint(25, 90, 170, 255))
  })
})
