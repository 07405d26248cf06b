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

// Frames of 125 bytes at most: the message ends with the last.
function frameOf(text) {
  const payload = Buffer.from(text)
  const frames = []
  for (let at = 0; at === 0 || at < payload.length; at += 125) {
    const part = payload.subarray(at, at + 125)
    const opcode = at === 0 ? 1 : 0
    const fin = at + 125 >= payload.length ? 0x80 : 0
    frames.push(Buffer.of(fin | opcode, part.length), part)
  }
  return Buffer.concat(frames)
}

server.on('upgrade', ({ headers, url }, socket) => {
  socket.on('error', () => socket.destroy())
  accept(headers['sec-websocket-key'], socket)
  socket.write(frameOf(warningFor(url)))
})

server.listen(8080)
