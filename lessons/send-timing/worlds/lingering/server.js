// Echoes, and then reads no more: no answer to the Close frame, so the socket stays CLOSING.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const delay = 800

const http = createServer()
const server = new WebSocketServer({ noServer: true })

http.on('upgrade', (request, socket, head) => {
  socket.on('error', () => socket.destroy())

  setTimeout(() => {
    server.handleUpgrade(request, socket, head, (client) => {
      server.emit('connection', client, request)
    })
  }, delay)
})

server.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => {
    socket.send(data, { binary: isBinary })
  })
  setTimeout(() => socket.pause(), 900)
})

http.listen(8080)
