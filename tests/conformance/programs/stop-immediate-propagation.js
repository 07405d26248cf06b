// Scenario: echo.
import { done, host, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
const opened = new Promise((resolve) => {
  socket.addEventListener('open', (event) => {
    say('first', event.cancelBubble)
    event.stopPropagation()
    say('first', event.cancelBubble)
  })
  socket.addEventListener('open', (event) => {
    say('second')
    event.stopImmediatePropagation()
    say('second', event.cancelBubble)
    resolve(event)
  })
  socket.addEventListener('open', () => say('third'))
  socket.onopen = () => say('handler')
})
const event = await opened
await new Promise((resolve) => setTimeout(resolve, 20))
say('afterwards', event.cancelBubble, event.eventPhase, event.currentTarget)

socket.send('x')
await next(socket, 'message')
done()
