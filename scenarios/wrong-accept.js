// Answers the handshake with a Sec-WebSocket-Accept that belongs to another key.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const server = createServer()

server.on('upgrade', (request, socket) => {
  const otherKey = 'dGhlIHNhbXBsZSBub25jZQ=='
  const accept = createHash('sha1').update(otherKey + guid).digest('base64')

  socket.on('error', () => socket.destroy())
  // The client fails the connection; end this side too.
  socket.on('end', () => socket.end())
  socket.resume()
  socket.write(
    [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${accept}`,
      '',
      '',
    ].join('\r\n'),
  )
})

server.listen(8080)
