import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const http = createServer()
const server = new WebSocketServer({ noServer: true })

http.on('upgrade', (request, socket, head) => {
  socket.on('error', () => socket.destroy())

  setTimeout(() => {
    server.handleUpgrade(request, socket, head, (client) => {
      server.emit('connection', client, request)
    })
  }, 1500)
})

server.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => {
    setTimeout(() => socket.send(data, { binary: isBinary }), 1500)
  })
})

http.listen(8080)
