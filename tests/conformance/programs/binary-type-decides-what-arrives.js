// Scenario: echo.
import { attempt, done, messages, next, open, say } from '../prelude.js'

const socket = open()
say('binaryType', socket.binaryType)
for (const value of ['arraybuffer', 'ArrayBuffer', 'text', '', null, undefined, 5, 'blob', {}]) {
  attempt(`set ${String(value)}`, () => {
    socket.binaryType = value
    return socket.binaryType
  })
}
attempt('set a symbol', () => {
  socket.binaryType = Symbol('x')
})
attempt('set what throws', () => {
  socket.binaryType = {
    toString() {
      throw new RangeError('no text')
    },
  }
})
attempt('set an object', () => {
  socket.binaryType = { toString: () => 'arraybuffer' }
  return socket.binaryType
})
await next(socket, 'open')
socket.send(Uint8Array.of(1))
await messages(socket, 1)
socket.binaryType = 'blob'
socket.send(Uint8Array.of(2))
await messages(socket, 1)
socket.send(Uint8Array.of(3))
socket.binaryType = 'arraybuffer'
await messages(socket, 1)
socket.send('text is text')
await messages(socket, 1)
socket.send(Uint8Array.of(4))
socket.send(Uint8Array.of(5))
socket.addEventListener('message', () => (socket.binaryType = 'blob'), { once: true })
await messages(socket, 2)
socket.close()
await next(socket, 'close')
attempt('set when closed', () => {
  socket.binaryType = 'arraybuffer'
  return socket.binaryType
})
done()
