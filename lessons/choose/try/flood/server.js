// Three hundred pictures, as fast as they go.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  for (let number = 1; number <= 300; number += 1) {
    socket.send(Buffer.alloc(1000, number))
  }
})
