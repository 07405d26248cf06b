// Scenario: slow-accept, 10 times as fast.
import { after, attempt, done, next, open, say } from '../prelude.js'

for (const farewell of [[], [1000, 'bye'], [4000]]) {
  const socket = open()
  socket.close(...farewell)
  say('state', socket.readyState)
  attempt('close again', () => socket.close(1001))
  attempt('close again', () => socket.close(1000))
  attempt('send', () => socket.send('x'))
  say('bufferedAmount', socket.bufferedAmount)
  await next(socket, 'close')
  say('state', socket.readyState)
}
const late = open()
await after(20)
late.close()
await next(late, 'close')
await after(150)
done()
