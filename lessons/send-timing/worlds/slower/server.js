// Takes longer still: the handshake is answered 1200 ms after the request. Then it echoes.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const delay = 1200

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
})

http.listen(8080)
