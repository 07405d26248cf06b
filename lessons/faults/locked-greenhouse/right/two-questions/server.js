import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  handleProtocols: (offered) => {
    if (offered.has('v2.plants')) return 'v2.plants'
    if (offered.has('v1.plants')) return 'v1.plants'
    return false
  },
})

server.on('connection', (socket) => {
  socket.send('21 degrees')
})
