// Scenario: raw-echo.
import { done, messages, next, open } from '../prelude.js'

const socket = open()
socket.binaryType = 'arraybuffer'
await next(socket, 'open')
socket.send('Hello')
await messages(socket, 1)
socket.send(Uint8Array.of(1, 2, 3))
await messages(socket, 1)
socket.close(1000, 'bye')
await next(socket, 'close')
done()
