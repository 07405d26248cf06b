// Scenario: close-4001.
import { done, messages, next, open, say } from '../prelude.js'

const socket = open()
await messages(socket, 1)
socket.send('something')
await next(socket, 'close')
say('afterwards', socket.readyState, socket.url, socket.protocol, socket.extensions)
socket.close(1000)
say('state', socket.readyState)
done()
