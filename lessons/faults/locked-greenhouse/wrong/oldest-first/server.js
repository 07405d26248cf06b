import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  handleProtocols(offered) {
    return ['v1.plants', 'v2.plants'].find((name) => offered.has(name)) ?? false
  },
})

server.on('connection', (socket) => {
  socket.send('21 degrees')
})
