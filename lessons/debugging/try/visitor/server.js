import { createServer } from 'node:http'

const answer = `HTTP/1.1 302 Found
Location: /live/bears
Connection: close

`
const server = createServer()

server.on('upgrade', (request, socket) => {
  socket.on('error', () => socket.destroy())
  socket.end(answer.replaceAll('\n', '\r\n'))
})

server.listen(8080)
