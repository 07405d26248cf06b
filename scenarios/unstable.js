// Drops four connections as soon as they are open. The fifth stays and echoes; after it, the count
// starts over.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
let connections = 0

server.on('connection', (socket) => {
  connections += 1
  if (connections <= 4) {
    socket.terminate()
    return
  }
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))
  socket.on('close', () => {
    connections = 0
  })
})
