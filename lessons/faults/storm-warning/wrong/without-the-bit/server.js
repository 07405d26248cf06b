import { createHash } from 'node:crypto'
import { createServer } from 'node:http'

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const server = createServer()

function accept(key, socket) {
  const hash = createHash('sha1').update(key + guid)
  socket.write(
    [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Accept: ' + hash.digest('base64'),
      '\r\n',
    ].join('\r\n'),
  )
}

function warningFor(url) {
  const texts = []
  for (const area of url.slice(1).split(',')) {
    texts.push(`Storm in the ${area}. Stay at home.`)
  }
  return texts.join(' ')
}

function frameOf(text) {
  const payload = Buffer.from(text)
  const header = Buffer.of(0x81, payload.length & 0x7f)
  return Buffer.concat([header, payload])
}

server.on('upgrade', ({ headers, url }, socket) => {
  socket.on('error', () => socket.destroy())
  accept(headers['sec-websocket-key'], socket)
  socket.write(frameOf(warningFor(url)))
})

server.listen(8080)
