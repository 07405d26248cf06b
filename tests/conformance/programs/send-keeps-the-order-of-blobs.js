// Scenario: echo.
import { done, messages, next, open, say } from '../prelude.js'

const socket = open()
socket.binaryType = 'arraybuffer'
await next(socket, 'open')
socket.send('one')
socket.send(new Blob(['two, ', 'as a Blob']))
socket.send('three')
socket.send(new Blob([]))
socket.send(Uint8Array.of(5))
say('bufferedAmount', socket.bufferedAmount)
await messages(socket, 5)
socket.send(new Blob(['the last word']))
socket.close(1000, 'after it')
say('state', socket.readyState, socket.bufferedAmount)
await next(socket, 'close')
done()
