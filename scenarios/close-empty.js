// Closes after the first message, with an empty Close frame: no code, no reason.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  socket.once('message', () => socket.close())
})
