// Scenario: echo.
import { done, host, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
const named = (name) => () => say('called', name)

socket.addEventListener('open', () => {
  say('called', 'the first')
  socket.onopen = named('handler, replaced meanwhile')
  socket.removeEventListener('open', removed)
  socket.addEventListener('open', named('added meanwhile'))
})
const removed = named('removed meanwhile')
socket.addEventListener('open', removed)
socket.onopen = named('handler, as it was')
await next(socket, 'open')

socket.onmessage = () => {
  say('called', 'the handler')
  socket.onmessage = null
}
socket.addEventListener('message', named('a listener'))
for (const text of ['x', 'y']) {
  socket.send(text)
  await next(socket, 'message')
}
done()
