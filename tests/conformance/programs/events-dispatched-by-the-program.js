// Scenario: echo.
import { attempt, done, host, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
await next(socket, 'open')
socket.onmessage = (event) => {
  say('handler', event.data, event.target === socket, event.isTrusted)
  queueMicrotask(() => say('a microtask'))
}
socket.addEventListener('message', () => say('listener'))
attempt('dispatch', () => socket.dispatchEvent(new MessageEvent('message', { data: 'own' })))
say('after dispatch')
await undefined
const cancelable = new Event('own', { cancelable: true })
socket.addEventListener('own', (event) => event.preventDefault())
attempt('cancelled', () => socket.dispatchEvent(cancelable))
attempt('no event', () => socket.dispatchEvent({}))
socket.onclose = ({ code, wasClean }) => say('close', code, wasClean)
socket.dispatchEvent(new CloseEvent('close', { code: 4321 }))
say('state', socket.readyState)
attempt('again', () => {
  const event = new Event('x')
  socket.addEventListener('x', () => attempt('nested', () => socket.dispatchEvent(event)))
  return socket.dispatchEvent(event)
})
done()
