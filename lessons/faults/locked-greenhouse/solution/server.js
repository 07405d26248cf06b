import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  // The newest that both sides speak.
  handleProtocols(offered) {
    const spoken = ['v2.plants', 'v1.plants']
    return spoken.find((name) => offered.has(name)) ?? false
  },
})

server.on('connection', (socket) => {
  socket.send('21 degrees')
})
