// Scenario: subprotocol.
import { done, messages, next, open, say } from '../prelude.js'

for (const offer of [['v1.chat'], ['v1.chat', 'v2.chat'], 'v1.chat', []]) {
  const socket = open('/', offer)
  say('before', socket.protocol)
  await messages(socket, 1)
  say('protocol', socket.protocol)
  socket.close()
  await next(socket, 'close')
  say('after', socket.protocol)
}
done()
