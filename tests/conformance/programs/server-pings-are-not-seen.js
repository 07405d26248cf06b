// Scenario: server-ping, 100 times as fast.
import { after, done, messages, next, open } from '../prelude.js'

const socket = open()
await next(socket, 'open')
// Enough for three pings, each answered: else it is dropped.
await after(350)
socket.send('still here')
await messages(socket, 1)
socket.close()
await next(socket, 'close')
done()
