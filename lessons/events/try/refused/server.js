import { createServer } from 'node:http'

const server = createServer()

server.on('upgrade', (request, socket) => {
  const head = [
    'HTTP/1.1 401 Unauthorized',
    'WWW-Authenticate: Bearer',
    'Content-Length: 0',
    'Connection: close',
  ]
  socket.end(head.join('\r\n') + '\r\n\r\n')
})

server.listen(8080)
