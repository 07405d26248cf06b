// As the server of the lesson, with the two paths swapped.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  socket.send('Welcome')

  switch (request.url) {
    case '/expire':
      // The transport ends, and no Close frame says so.
      setTimeout(() => socket.terminate(), 500)
      break
    case '/drop':
      setTimeout(() => {
        socket.close(4001, 'session expired')
      }, 1000)
      break
  }
})
