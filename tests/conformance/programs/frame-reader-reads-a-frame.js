// Scenario: frame-reader.
import { done, messages, next, open } from '../prelude.js'

const socket = open()
await next(socket, 'open')
const hello = [0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58]
for (const octets of [hello, hello.slice(0, -1), [0x81, 0x00], [0x82, 0xfe, 0x00], [0x81]]) {
  socket.send(Uint8Array.from(octets))
}
socket.send('text')
await messages(socket, 6)
socket.close()
await next(socket, 'close')
done()
