// Scenario: subprotocol.
import { done, next, open, say } from '../prelude.js'

for (const [path, offer] of [
  ['/none', ['v1.chat']],
  ['/', ['other']],
]) {
  const socket = open(path, offer)
  await next(socket, 'close')
  say('protocol', socket.protocol)
}
done()
