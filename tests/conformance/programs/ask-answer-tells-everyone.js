// Scenario: ask-answer.
// Nobody is asked about whom it knows: how long ago they were there is drawn.
import { done, messages, next, open } from '../prelude.js'

const socket = open()
await next(socket, 'open')
socket.send('{"type":"ask","id":1,"name":"Cy"}')
socket.send('{"type":"say","name":"Zoe","text":"Hello"}')
socket.send('no JSON')
await messages(socket, 2)
socket.close(1000)
await next(socket, 'close')
done()
