// Breaks a rule after the first message: it sends two Close frames.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  socket.once('message', () => {
    request.socket.write(Buffer.of(0x88, 2, 1000 >> 8, 1000 & 0xff))
    socket.close(1000)
  })
})
