// Scenario: slow-accept, 10 times as fast.
import { attempt, done, messages, next, open, say } from '../prelude.js'

const socket = open()
attempt('text', () => socket.send('too early'))
attempt('octets', () => socket.send(new Uint8Array(3)))
attempt('a symbol', () => socket.send(Symbol('x')))
attempt('nothing', () => socket.send())
attempt('an object that throws', () =>
  socket.send({
    toString() {
      throw new RangeError('no text')
    },
  }),
)
say('bufferedAmount', socket.bufferedAmount)
await next(socket, 'open')
socket.send('now')
await messages(socket, 1)
done()
