// Scenario: ends.
import { done, messages, next, open } from '../prelude.js'

for (const [deed, count] of /** @type {const} */ ([
  ['handle', 1],
  ['throw', 2],
  ['timer', 2],
  ['reject', 2],
  ['taken port', 2],
  ['handle rejection', 1],
  ['reject', 2],
])) {
  // What throws while `ws` reads a connection leaves that one unread.
  const socket = open()
  await next(socket, 'open')
  socket.send(deed)
  await messages(socket, count)
  socket.close()
  if (deed !== 'throw') await next(socket, 'close')
}
done()
