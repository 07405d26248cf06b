import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  setTimeout(() => socket.close(4003, 'full'), 100)
})
