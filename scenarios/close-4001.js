// Greets each client and, after its first message, closes with an application code: 4001.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  socket.send('Say something')

  socket.once('message', () => {
    socket.close(4001, 'session expired')
  })
})
