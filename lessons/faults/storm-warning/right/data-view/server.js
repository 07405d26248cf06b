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
  const payload = new TextEncoder().encode(text)
  const { length } = payload
  const extra = length > 0xffff ? 8 : length > 125 ? 2 : 0
  const frame = new Uint8Array(2 + extra + length)
  const view = new DataView(frame.buffer)
  frame[0] = 0x81
  frame[1] = extra === 8 ? 127 : extra === 2 ? 126 : length
  if (extra === 2) view.setUint16(2, length)
  if (extra === 8) view.setBigUint64(2, BigInt(length))
  frame.set(payload, 2 + extra)
  return frame
}

server.on('upgrade', ({ headers, url }, socket) => {
  socket.on('error', () => socket.destroy())
  accept(headers['sec-websocket-key'], socket)
  socket.write(frameOf(warningFor(url)))
})

server.listen(8080)
