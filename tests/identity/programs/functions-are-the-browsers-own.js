// Scenario: echo.
import { attempt, done, say } from '../../conformance/prelude.js'

const source = Function.prototype.toString
const own = (name, holder) => {
  for (const key of Reflect.ownKeys(holder)) {
    const { get, set, value, ...flags } = Object.getOwnPropertyDescriptor(holder, key)
    for (const [kind, code] of Object.entries({ get, set, value })) {
      if (typeof code !== 'function') continue
      say(`${kind} ${name}.${String(key)}`, flags)
      say('  text', String(code), source.call(code), `${code}`, code.toString === source)
      say('  keys', Reflect.ownKeys(code).map(String), code.name, code.length)
      say('  chain', Object.getPrototypeOf(code) === Function.prototype, 'prototype' in code)
      say('  extensible', Object.isExtensible(code), Object.prototype.toString.call(code))
    }
  }
}
own('WebSocket', WebSocket)
own('WebSocket.prototype', WebSocket.prototype)
own('EventTarget.prototype', EventTarget.prototype)
own('MessageEvent.prototype', MessageEvent.prototype)
own('Function.prototype', { toString: source })

say('the class', String(WebSocket), source.call(WebSocket), WebSocket.toString())
say('text of the text', source.toString(), source.call(source), source.name, source.length)
attempt('text of a number', () => source.call(1))
attempt('text of an object', () => source.call({}))
attempt('new text', () => new source())
say('a proxy of it', String(new Proxy(WebSocket, {})), String(WebSocket.bind()))
say(
  'keys',
  Reflect.ownKeys(WebSocket).map(String),
  Reflect.ownKeys(WebSocket.prototype).map(String),
)
const names = Object.getOwnPropertyNames(globalThis)
const at = names.indexOf('WebSocket')
say('in the window', at !== -1, Object.keys(globalThis).includes('WebSocket'))
say('same', WebSocket === window.WebSocket, WebSocket.prototype.constructor === WebSocket)
say('writable', Object.getOwnPropertyDescriptor(WebSocket, 'prototype'))
say('parent', Object.getPrototypeOf(WebSocket) === EventTarget, typeof WebSocket)
WebSocket.note = 1
say('a property of the program', WebSocket.note, delete WebSocket.note, WebSocket.note)
attempt('frozen', () => Object.isFrozen(Object.freeze(WebSocket.prototype.send)))
done()
