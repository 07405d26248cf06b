import { createServer } from 'node:http'

const server = createServer()

server.on('upgrade', (request, socket) => {
  socket.write('HTTP/1.1 401 Unauthorized\r\n')
  socket.write('Content-Length: 0\r\n')
  socket.end('Connection: close\r\n\r\n')
})

server.listen(8080)
