// Takes its time, and then refuses.
import { createServer } from 'node:http'

const server = createServer()

server.on('upgrade', (request, socket) => {
  socket.on('error', () => socket.destroy())

  setTimeout(() => {
    socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n')
  }, 800)
})

server.listen(8080)
