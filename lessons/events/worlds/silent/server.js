import { createServer } from 'node:http'

const server = createServer()

server.on('upgrade', (request, socket) => {
  socket.on('error', () => socket.destroy())
})

server.listen(8080)
