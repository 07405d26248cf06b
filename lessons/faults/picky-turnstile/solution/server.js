import { createHash } from 'node:crypto'
import { createServer } from 'node:http'

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const server = createServer()

function acceptValue(key) {
  const hash = createHash('sha1').update(key + guid)
  return hash.digest('base64')
}

server.on('upgrade', (request, socket) => {
  socket.on('error', () => socket.destroy())

  const key = request.headers['sec-websocket-key']
  socket.write(
    [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Accept: ' + acceptValue(key),
      '\r\n',
    ].join('\r\n'),
  )
})

server.listen(8080)
