// Scenario: chat-room.
import { done, messages, next, open } from '../prelude.js'

const socket = open()
await next(socket, 'open')
socket.send('no JSON')
socket.send('{"type":"message","text":"too early"}')
await messages(socket, 2)
socket.send('{"type":"join","name":"Ada"}')
await messages(socket, 2)
socket.send('{"type":"message","text":"Is anybody here?"}')
await messages(socket, 2)
socket.close(1000)
await next(socket, 'close')
done()
