// Scenario: echo.
import { done, host, next, say } from '../prelude.js'

addEventListener('error', (event) => {
  say('reported', event.message, event.error)
  event.preventDefault()
})
addEventListener('unhandledrejection', (event) => {
  say('unhandled', event.reason)
  event.preventDefault()
})

const socket = new WebSocket(`ws://${host}/`)
socket.onopen = () => {
  throw new TypeError('in the handler')
}
socket.addEventListener('open', () => {
  throw new RangeError('in a listener')
})
socket.addEventListener('open', () => say('the next listener'))
socket.addEventListener('open', async () => {
  throw new Error('in an async listener')
})
await next(socket, 'open')
await new Promise((resolve) => setTimeout(resolve, 20))
socket.onmessage = () => {
  throw 'a string'
}
socket.send('x')
await next(socket, 'message')
socket.onmessage = () => {
  throw undefined
}
socket.send('x')
await next(socket, 'message')
await new Promise((resolve) => setTimeout(resolve, 20))
say('state', socket.readyState)
done()
