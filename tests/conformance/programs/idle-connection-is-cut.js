// Scenario: idle-cut, 200 times as fast.
import { done, messages, next, open } from '../prelude.js'

const socket = open()
await next(socket, 'open')
socket.send('Hello')
await messages(socket, 1)
await next(socket, 'close')
done()
