// Scenario: echo.
import { done, host, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
const named = (name) => () => say('called', name)

socket.addEventListener('open', named('listener 1'))
socket.onopen = named('handler, first')
socket.addEventListener('open', named('listener 2'))
socket.onopen = named('handler, second')
await next(socket, 'open')

socket.addEventListener('message', named('listener 1'))
socket.onmessage = named('handler, first')
socket.addEventListener('message', named('listener 2'))
socket.onmessage = null
socket.send('x')
await next(socket, 'message')
socket.onmessage = named('handler, second')
socket.send('x')
await next(socket, 'message')
socket.onmessage = {}
socket.onmessage = named('handler, third')
socket.send('x')
await next(socket, 'message')

socket.onclose = 'not a handler'
socket.onclose = {
  handleEvent: () => say('never called'),
}
socket.close()
await next(socket, 'close')
done()
