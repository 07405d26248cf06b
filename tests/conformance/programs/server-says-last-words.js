// Scenario: ends.
import { done, messages, next, open } from '../prelude.js'

const socket = open()
await next(socket, 'open')
socket.send('last words')
await messages(socket, 1)
const closed = next(socket, 'close')
socket.send('exit')
await closed
done()
