// Scenario: echo.
import { done, messages, next, open } from '../prelude.js'

const socket = open()
socket.binaryType = 'arraybuffer'
await next(socket, 'open')
const octets = Uint8Array.of(1, 2, 3)
socket.send(octets)
octets.fill(9)
socket.send(octets.buffer)
octets.fill(7)
await messages(socket, 2)
const moved = Uint8Array.of(1, 2, 3)
structuredClone(moved.buffer, { transfer: [moved.buffer] })
socket.send(moved)
socket.send(moved.buffer)
await messages(socket, 2)
done()
