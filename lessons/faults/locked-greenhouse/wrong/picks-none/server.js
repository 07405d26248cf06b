import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  handleProtocols: () => false,
})

server.on('connection', (socket) => {
  socket.send('21 degrees')
})
