import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  handleProtocols: (offered) => (offered.has('v1.plants') ? 'v1.plants' : 'v2.plants'),
})

server.on('connection', (socket) => {
  socket.send('21 degrees')
})
