// Drops the first four connections as soon as they are open. From the fifth on it echoes.
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
})
