// Scenario: tcp-drop.
import { done, messages, next, open } from '../prelude.js'

const socket = open()
await next(socket, 'open')
for (const text of ['one', 'two']) {
  socket.send(text)
  await messages(socket, 1)
}
socket.send('three')
await next(socket, 'close')
done()
