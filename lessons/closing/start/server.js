// Ends each connection in another way; the path says which.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  socket.send('Welcome')

  switch (request.url) {
    case '/drop':
      // The transport ends, and no Close frame says so.
      setTimeout(() => socket.terminate(), 500)
      break
    case '/expire':
      setTimeout(() => {
        socket.close(4001, 'session expired')
      }, 1000)
      break
  }
})
