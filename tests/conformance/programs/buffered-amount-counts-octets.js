// Scenario: echo.
import { done, drained, messages, next, open, say } from '../prelude.js'

const socket = open()
await next(socket, 'open')
say('bufferedAmount', socket.bufferedAmount)
for (const data of ['abc', 'é', '€', '😁', '\ud800', new Uint8Array(100), new Blob(['12345'])]) {
  socket.send(data)
  say('bufferedAmount', socket.bufferedAmount)
}
await Promise.resolve()
say('after a microtask', socket.bufferedAmount)
await messages(socket, 7)
await drained(socket)
say('bufferedAmount', socket.bufferedAmount)
socket.send(new Uint8Array(10_000_000))
say('bufferedAmount', socket.bufferedAmount)
await messages(socket, 1)
await drained(socket)
say('bufferedAmount', socket.bufferedAmount)
done()
