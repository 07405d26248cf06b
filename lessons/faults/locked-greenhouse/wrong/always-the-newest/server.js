import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  handleProtocols: () => 'v2.plants',
})

server.on('connection', (socket) => {
  socket.send('21 degrees')
})
