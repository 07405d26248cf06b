// Breaks the rule that a message names: "masked", "reserved", "utf8" or "oversized".
import { WebSocketServer } from 'ws'

const frames = {
  // A server never masks (RFC 6455 §5.1). This is "Hello", masked.
  masked: Buffer.from('818537fa213d7f9f4d5158', 'hex'),

  // Opcode 3 is reserved (§5.2).
  reserved: Buffer.of(0x83, 0),

  // Text that is no UTF-8 (§8.1).
  utf8: Buffer.of(0x81, 2, 0xc3, 0x28),

  // A ping of 126 octets; control frames have 125 at most (§5.5).
  oversized: Buffer.concat([Buffer.of(0x89, 126, 0, 126), Buffer.alloc(126)]),
}

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  socket.on('message', (data) => {
    if (Object.hasOwn(frames, data)) request.socket.write(frames[data])
    else socket.send(`Send one of: ${Object.keys(frames).join(', ')}`)
  })
})
