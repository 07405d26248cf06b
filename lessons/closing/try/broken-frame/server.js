import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  setTimeout(() => {
    request.socket.write(Buffer.of(0x83, 0))
  }, 100)
})
