import { createHash } from 'node:crypto'
import { createServer } from 'node:http'

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

function acceptValue(key) {
  return createHash('sha1')
    .update(key + guid)
    .digest('base64')
}

// Must be fFBooB7FAkLlXgRSz0BT3v4hq5s=
console.log(acceptValue('sN9cRrP/n9NdMgdcy2VJFQ=='))
// Must be s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
console.log(acceptValue('dGhlIHNhbXBsZSBub25jZQ=='))

const server = createServer()

server.on('upgrade', (request, socket) => {
  socket.on('error', () => socket.destroy())

  // The same for everybody.
  const accept = acceptValue('sN9cRrP/n9NdMgdcy2VJFQ==')
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
