import { randomBytes } from 'node:crypto'
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  perMessageDeflate: true,
})

server.on('connection', (socket) => {
  socket.send(randomBytes(2000))
})
