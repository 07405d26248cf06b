// Speaks v2.chat and v1.chat, best first. Where the client offers neither, or asks at /none, it
// chooses none.
import { WebSocketServer } from 'ws'

const spoken = ['v2.chat', 'v1.chat']

const server = new WebSocketServer({
  port: 8080,
  handleProtocols(offered, request) {
    if (request.url === '/none') return false
    return spoken.find((protocol) => offered.has(protocol)) ?? false
  },
})

server.on('connection', (socket) => {
  socket.send(`We speak ${socket.protocol || 'no subprotocol'}`)
})
