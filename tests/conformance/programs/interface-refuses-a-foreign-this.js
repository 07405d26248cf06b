// Scenario: echo.
import { attempt, done, host, say } from '../prelude.js'

const { prototype } = WebSocket
const strangers = {
  nothing: undefined,
  null: null,
  object: {},
  prototype,
  target: new EventTarget(),
}
for (const [what, stranger] of Object.entries(strangers)) {
  for (const name of ['url', 'readyState', 'binaryType', 'onopen']) {
    const { get, set } = Object.getOwnPropertyDescriptor(prototype, name)
    attempt(`get ${name} of ${what}`, () => Reflect.apply(get, stranger, []))
    if (set) attempt(`set ${name} of ${what}`, () => Reflect.apply(set, stranger, ['blob']))
  }
  attempt(`send on ${what}`, () => prototype.send.call(stranger, 'x'))
  attempt(`send on ${what}, no argument`, () => prototype.send.call(stranger))
  attempt(`close on ${what}`, () => prototype.close.call(stranger))
}
const socket = new WebSocket(`ws://${host}/`)
attempt('set without a value', () =>
  Reflect.apply(Object.getOwnPropertyDescriptor(prototype, 'onopen').set, socket, []),
)
attempt('inherits', () => Object.create(socket).readyState)
attempt('a proxy', () => new Proxy(socket, {}).readyState)
say('a borrowed getter', Reflect.get(prototype, 'readyState', socket))
// V8 words what it says itself.
for (const name of ['readyState', 'CONNECTING', 'url']) {
  try {
    socket[name] = 3
  } catch (error) {
    say(`set ${name}`, error instanceof TypeError)
  }
}
done()
