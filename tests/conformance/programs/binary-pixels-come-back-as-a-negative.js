// Scenario: binary.
import { done, messages, next, open, say } from '../prelude.js'

const socket = open()
socket.binaryType = 'arraybuffer'
await next(socket, 'open')
socket.send('text')
await messages(socket, 1)
socket.send(Uint8Array.of(0, 1, 127, 255))
await messages(socket, 2)
socket.binaryType = 'blob'
socket.send(new Blob([Uint8Array.of(9), 'x']))
const [, blob] = await messages(socket, 2)
say('octets of the Blob', await new Response(blob).arrayBuffer())
socket.close()
await next(socket, 'close')
done()
