// Scenario: compression.
import { done, messages, next, open, say } from '../prelude.js'

for (const path of ['/', '/off']) {
  const socket = open(path)
  socket.binaryType = 'arraybuffer'
  await next(socket, 'open')
  const text = 'All work and no play. '.repeat(5000)
  socket.send(text)
  socket.send('')
  socket.send(new Uint8Array(1000).fill(7))
  const [first, second] = await messages(socket, 3)
  say('the same?', first === text, second === '')
  socket.close()
  await next(socket, 'close')
}
done()
