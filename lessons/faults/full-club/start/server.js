import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  verifyClient: () => false,
})

server.on('connection', (socket) => {
  socket.send('welcome')
})
