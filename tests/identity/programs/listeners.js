// Scenario: echo.
import { attempt, done, host, next, say } from '../../conformance/prelude.js'

const socket = new WebSocket(`ws://${host}/`)
say('handlers', socket.onopen, socket.onmessage, socket.onerror, socket.onclose)
const asked = []
const options = (values) =>
  new Proxy(values, {
    get: (from, key) => {
      asked.push(`get ${String(key)}`)
      return from[key]
    },
    has: (from, key) => {
      asked.push(`has ${String(key)}`)
      return key in from
    },
    ownKeys: (from) => {
      asked.push('keys')
      return Reflect.ownKeys(from)
    },
  })
const type = { toString: () => (asked.push('type'), 'message') }
const named = (name, more = () => undefined) =>
  function (event) {
    say(
      name,
      this === socket,
      event.eventPhase,
      event.currentTarget === socket,
      event.target === socket,
    )
    queueMicrotask(() => say(`  microtask of ${name}`))
    more(event)
  }
const controller = new AbortController()
socket.addEventListener(type, named('first'), options({ once: true, passive: true }))
say('asked', asked.splice(0))
socket.addEventListener('message', named('second'), options({ signal: controller.signal }))
say('asked', asked.splice(0))
const third = named('third')
socket.addEventListener('message', third, options({}))
socket.removeEventListener(type, third, options({ capture: true, once: true }))
say('asked', asked.splice(0))
socket.onmessage = named('handler')
socket.addEventListener('message', named('capturing'), true)
socket.addEventListener('message', { handleEvent: (event) => say('object', event.isTrusted) })
const thrown = new TypeError('in a listener')
socket.addEventListener('message', () => {
  throw thrown
})
addEventListener('error', (event) => {
  event.preventDefault()
  say('uncaught', event.error === thrown, event.message, /sandbox/.test(event.error.stack))
})
const getter = {
  get once() {
    throw thrown
  },
}
const before = thrown.stack
try {
  socket.addEventListener('message', third, getter)
} catch (error) {
  say('thrown by options', error === thrown, error.stack === before)
}
try {
  new EventTarget().addEventListener('message', third, getter)
} catch (error) {
  say('thrown by options of another', error === thrown, error.stack === before)
}
attempt('text as options', () => socket.addEventListener('x', null, 'text'))
attempt('a function as options', () => socket.addEventListener('x', null, () => {}))
attempt('null as options', () => socket.addEventListener('x', null, null))
attempt('a bad signal', () => socket.addEventListener('x', () => {}, { signal: 5 }))
attempt('a bad callback', () => socket.addEventListener('x', 5, options({})))
say('asked', asked.splice(0))
attempt('no arguments', () => socket.addEventListener())
attempt('returned', () => socket.addEventListener('x', third))

await next(socket, 'open')
socket.send('one')
await next(socket, 'message')
controller.abort()
socket.onmessage = (event) => say('changed handler', event.data)
socket.send('two')
await next(socket, 'message')

socket.addEventListener(
  'message',
  (event) => {
    say('stops')
    event.stopImmediatePropagation()
  },
  { capture: true, once: true },
)
socket.send('three')
socket.send('four')
await next(socket, 'message')
socket.onmessage = null
say('handler', socket.onmessage)

const event = new MessageEvent('message', { data: 'made', origin: 'https://made.example' })
say('dispatched', socket.dispatchEvent(event), event.origin, event.isTrusted)
say(
  'a close of the program',
  socket.dispatchEvent(new CloseEvent('close', { code: 4321 })),
  socket.readyState,
)
socket.addEventListener('close', ({ code, reason, wasClean, isTrusted }) =>
  say('close', code, reason, wasClean, isTrusted),
)
socket.close(1000, 'bye')
await next(socket, 'close')
done()
