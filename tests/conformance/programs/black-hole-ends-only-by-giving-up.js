// Scenario: black-hole, 10 times as fast.
import { after, done, messages, next, open, say } from '../prelude.js'

const socket = open()
await next(socket, 'open')
socket.send('Still there?')
await messages(socket, 1)
await after(1500)
say('It does not read any more.')
done()
