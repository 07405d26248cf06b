import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const acceptOf = (key) =>
  createHash('sha1')
    .update(key + GUID)
    .digest('base64')

console.log({ answer: acceptOf('dGhlIHNhbXBsZSBub25jZQ==') })

// What the hand has learnt, the package does.
const sockets = new WebSocketServer({ noServer: true })
const server = createServer((request, response) => response.writeHead(426).end())

server.on('upgrade', (request, socket, head) => {
  if (request.headers['sec-websocket-version'] !== '13') {
    socket.end('HTTP/1.1 426 Upgrade Required\r\nSec-WebSocket-Version: 13\r\n\r\n')
    return
  }
  sockets.handleUpgrade(request, socket, head, (client) => client.on('message', console.log))
})

server.listen(8080)
