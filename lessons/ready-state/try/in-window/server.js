import { createServer } from 'node:net'

const server = createServer((socket) => {
  socket.destroy()
})

server.listen(8080)
