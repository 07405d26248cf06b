// Scenario: echo.
import { after, done, host, next, say } from '../prelude.js'

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
await after(20)
socket.onmessage = () => {
  throw 'a string'
}
socket.send('x')
const { data } = await next(socket, 'message')
say('message', data, socket.readyState)
done()
