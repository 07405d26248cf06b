import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { deflateRawSync } from 'node:zlib'

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const extension = 'permessage-deflate'
const server = createServer()
const screens = new Set()

function welcome(key, socket, isPacked) {
  const hash = createHash('sha1').update(key + guid)
  const lines = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Accept: ' + hash.digest('base64'),
  ]
  if (isPacked) {
    lines.push('Sec-WebSocket-Extensions: ' + extension)
  }
  socket.write(lines.join('\r\n') + '\r\n\r\n')
}

server.on('upgrade', ({ headers, url }, socket) => {
  socket.on('error', () => socket.destroy())
  const offer = headers['sec-websocket-extensions'] ?? ''
  const isOffered = offer.includes(extension)
  const isPacked = isOffered && url !== '/lobby'
  welcome(headers['sec-websocket-key'], socket, isPacked)
  screens.add(socket)
})

function show(text) {
  const payload = Buffer.from(text)
  const frame = Buffer.concat([Buffer.of(0x81, payload.length), payload])
  for (const screen of screens) screen.write(frame)
}

setTimeout(() => show('Lot 7: a ring, a ring, a ring'), 900)
server.listen(8080)
