// An echo server by hand: the handshake and the frames, without the ws package.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const server = createServer()

server.on('upgrade', (request, socket) => {
  const key = request.headers['sec-websocket-key']
  if (key === undefined) {
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    return
  }
  const accept = createHash('sha1').update(key + guid).digest('base64')

  socket.write('HTTP/1.1 101 Switching Protocols\r\n')
  socket.write('Upgrade: websocket\r\nConnection: Upgrade\r\n')
  socket.write(`Sec-WebSocket-Accept: ${accept}\r\n\r\n`)

  let received = Buffer.alloc(0)
  socket.on('error', () => socket.destroy())
  // An HTTP server leaves its side of an upgraded connection open until the program ends it.
  socket.on('end', () => socket.end())
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])

    for (let frame = readFrame(received); frame; frame = readFrame(received)) {
      received = received.subarray(frame.size)
      if (frame.opcode === 8) {
        socket.end(Buffer.concat([Buffer.of(0x88, frame.payload.length), frame.payload]))
        return
      }
      if (frame.opcode === 1 || frame.opcode === 2) {
        socket.write(Buffer.of(0x80 | frame.opcode, frame.payload.length))
        socket.write(frame.payload)
      }
    }
  })
})

server.listen(8080)

/** The first frame, once all of it is there. Short ones only: up to 125 octets. */
function readFrame(octets) {
  if (octets.length < 6) return undefined
  const length = octets[1] & 0x7f
  const size = 6 + length
  if (octets.length < size) return undefined

  const key = octets.subarray(2, 6)
  const payload = octets.subarray(6, size).map((octet, index) => octet ^ key[index % 4])
  return { opcode: octets[0] & 0x0f, payload, size }
}
