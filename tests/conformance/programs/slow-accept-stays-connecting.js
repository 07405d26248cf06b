// Scenario: slow-accept.
import { after, done, messages, next, open, say } from '../prelude.js'

const socket = open()
say('state', socket.readyState, socket.protocol, socket.extensions)
await after(200)
say('state', socket.readyState)
await next(socket, 'open')
socket.send('at last')
await messages(socket, 1)
socket.close()
await next(socket, 'close')
done()
