// Scenario: unstable.
import { done, messages, next, open } from '../prelude.js'

for (let count = 0; count < 4; count += 1) await next(open(), 'close')
const socket = open()
await next(socket, 'open')
socket.send('stable')
await messages(socket, 1)
socket.close()
await next(socket, 'close')
done()
