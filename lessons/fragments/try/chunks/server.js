import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { socket }) => {
  const frame = Buffer.of(0x81, 2, 72, 105)
  socket.write(frame.subarray(0, 3))
  setTimeout(() => {
    socket.write(frame.subarray(3))
  }, 500)
})
