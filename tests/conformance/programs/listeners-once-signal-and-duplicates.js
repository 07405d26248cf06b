// Scenario: echo.
import { attempt, done, host, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
await next(socket, 'open')
const named = (name) => () => say('called', name)
const twice = named('added twice')
const passive = ({ defaultPrevented }) => say('passive', defaultPrevented)
const controller = new AbortController()

socket.addEventListener('message', named('once'), { once: true })
socket.addEventListener('message', twice)
socket.addEventListener('message', twice)
socket.addEventListener('message', twice, { passive: true })
socket.addEventListener('message', passive, { passive: true })
socket.addEventListener('message', named('until aborted'), { signal: controller.signal })
socket.addEventListener('message', named('aborted already'), { signal: AbortSignal.abort() })
attempt('null', () => socket.addEventListener('message', null))
attempt('undefined', () => socket.addEventListener('message', undefined))
attempt('a string', () => socket.addEventListener('message', 'text'))
attempt('a number', () => socket.addEventListener('message', 5))
attempt('one argument', () => socket.addEventListener('message'))
attempt('none', () => socket.addEventListener())
attempt('a wrong signal', () => socket.addEventListener('message', () => {}, { signal: null }))
attempt('remove nothing', () => socket.removeEventListener('message', () => {}))
attempt('remove one argument', () => socket.removeEventListener('message'))

addEventListener('error', (event) => {
  say('uncaught', event.message, event.error)
  event.preventDefault()
})
for (const text of ['first', 'second']) {
  socket.send(text)
  await next(socket, 'message')
  say('end of', text)
  controller.abort()
  socket.removeEventListener('message', twice, { capture: false, once: true })
}
done()
