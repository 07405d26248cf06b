import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(400)
  socket.send(bytes)
})
