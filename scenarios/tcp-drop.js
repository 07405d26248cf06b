// Echoes twice, then the connection drops: the transport ends without a Close frame.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  let messages = 0

  socket.on('message', (data, isBinary) => {
    messages += 1
    if (messages > 2) {
      socket.terminate()
    } else {
      socket.send(data, { binary: isBinary })
    }
  })
})
