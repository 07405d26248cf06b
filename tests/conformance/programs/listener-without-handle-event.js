// Scenario: echo.
import { attempt, done, host, next, say } from '../prelude.js'

const errors = []
addEventListener('error', (event) => {
  errors.push(event.error?.name)
  event.preventDefault()
})
const socket = new WebSocket(`ws://${host}/`)
await next(socket, 'open')
attempt('an object', () => socket.addEventListener('message', {}))
attempt('a number in it', () => socket.addEventListener('message', { handleEvent: 1 }))
socket.send('x')
await next(socket, 'message')
say('reported', errors)
done()
