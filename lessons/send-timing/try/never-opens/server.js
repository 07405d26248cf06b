import { createServer } from 'node:http'

const server = createServer()

server.on('upgrade', (request, socket) => {
  socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
})

server.listen(8080)
