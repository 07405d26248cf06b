// Scenario: slow-reader, 10 times as fast.
import { done, drained, host, messages, next, say } from '../prelude.js'

// How much leaves at once is the operating system's to say: only the ends are compared.
const socket = new WebSocket(`ws://${host}/`)
await next(socket, 'open')
const block = new Uint8Array(1 << 20)
for (let count = 0; count < 4; count += 1) {
  socket.send(block)
  say('bufferedAmount', socket.bufferedAmount)
}
say('messages', await messages(socket, 4))
await drained(socket)
say('bufferedAmount', socket.bufferedAmount)
socket.close()
await next(socket, 'close')
done()
