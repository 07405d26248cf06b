// Reads the octets of a binary message as one client frame and reports what it found.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => {
    const found = isBinary ? readFrame(data) : { error: 'Send the octets of a frame' }
    socket.send(JSON.stringify(found))
  })
})

/** RFC 6455 §5.2 */
function readFrame(octets) {
  if (octets.length < 2) return { error: 'A frame has two octets at least' }

  const fin = (octets[0] & 0x80) !== 0
  const opcode = octets[0] & 0x0f
  const masked = (octets[1] & 0x80) !== 0
  let length = octets[1] & 0x7f
  let offset = 2

  if (length === 126) {
    if (octets.length < 4) return { error: 'The 16-bit length is missing' }
    length = octets.readUInt16BE(2)
    offset = 4
  } else if (length === 127) {
    if (octets.length < 10) return { error: 'The 64-bit length is missing' }
    length = Number(octets.readBigUInt64BE(2))
    offset = 10
  }
  if (!masked) return { error: 'A client masks every frame', fin, opcode, masked, length }

  const key = octets.subarray(offset, offset + 4)
  const payload = octets.subarray(offset + 4)
  if (payload.length !== length) {
    return { error: `The length says ${length}, the payload has ${payload.length} octets` }
  }

  const unmasked = payload.map((octet, index) => octet ^ key[index % 4])
  return { fin, opcode, masked, length, header: offset + 4, text: unmasked.toString() }
}
