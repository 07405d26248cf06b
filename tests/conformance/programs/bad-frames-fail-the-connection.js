// Scenario: violations.
import { done, messages, next, open, say } from '../prelude.js'

for (const violation of ['masked', 'reserved', 'utf8', 'oversized']) {
  const socket = open()
  await next(socket, 'open')
  socket.send('none')
  await messages(socket, 1)
  socket.send(violation)
  await next(socket, 'close')
  say(violation, socket.readyState)
}
done()
