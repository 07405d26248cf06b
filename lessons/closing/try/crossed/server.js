import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  socket.send('Welcome')
  setTimeout(() => {
    socket.close(1000, 'see you')
  }, 60)
})
