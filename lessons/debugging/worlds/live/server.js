import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const streams = ['/live/bears', '/live/owls', '/live/seals']
const server = createServer()
const sockets = new WebSocketServer({ noServer: true })

server.on('upgrade', (request, socket, head) => {
  if (streams.includes(request.url)) {
    sockets.handleUpgrade(request, socket, head, () => {})
  } else {
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
  }
})

server.listen(8080)
