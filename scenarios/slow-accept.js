// Takes its time: the handshake is answered 800 ms after the request. Then it echoes.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const delay = 800

const http = createServer()
const server = new WebSocketServer({ noServer: true })

http.on('upgrade', (request, socket, head) => {
  // The client may leave before it is answered.
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
