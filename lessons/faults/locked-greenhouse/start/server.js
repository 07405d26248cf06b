import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  // Takes what the page offers.
  handleProtocols(offered, { headers }) {
    return headers['sec-websocket-protocol']
  },
})

server.on('connection', (socket) => {
  socket.send('21 degrees')
})
