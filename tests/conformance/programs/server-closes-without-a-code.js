// Scenario: close-empty.
import { done, next, open } from '../prelude.js'

const socket = open()
await next(socket, 'open')
socket.send('something')
await next(socket, 'close')
done()
