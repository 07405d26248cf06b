// Scenario: echo.
import { done, host, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`, [])
say('state', socket.readyState, socket.protocol, socket.extensions, socket.bufferedAmount)
say('binaryType', socket.binaryType, socket.url)
for (let count = 0; count < 100; count += 1) await undefined
say('after microtasks', socket.readyState)
socket.onopen = () => say('the handler is called')
await next(socket, 'open')
socket.send('x')
await next(socket, 'message')
say('state', socket.readyState)
done()
