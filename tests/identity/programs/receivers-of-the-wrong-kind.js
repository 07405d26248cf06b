// Scenario: echo.
import { attempt, done, host, say } from '../../conformance/prelude.js'

const { prototype } = WebSocket
const socket = new WebSocket(`ws://${host}/`)
const strangers = {
  undefined,
  null: null,
  5: 5,
  text: 'x',
  object: {},
  prototype,
  target: new EventTarget(),
  child: Object.create(socket),
  proxy: new Proxy(socket, {}),
  event: new Event('x'),
}
for (const [name, stranger] of Object.entries(strangers)) {
  for (const key of Object.getOwnPropertyNames(prototype)) {
    if (key === 'constructor' || key in EventTarget.prototype) continue
    const { get, set, value } = Object.getOwnPropertyDescriptor(prototype, key)
    if (get) attempt(`${name} get ${key}`, () => Reflect.apply(get, stranger, []))
    if (set) attempt(`${name} set ${key}`, () => Reflect.apply(set, stranger, [null]))
    if (typeof value === 'function')
      attempt(`${name} ${key}`, () => Reflect.apply(value, stranger, ['x']))
  }
  for (const key of ['addEventListener', 'removeEventListener', 'dispatchEvent']) {
    const method = EventTarget.prototype[key]
    attempt(`${name} ${key}`, () => {
      const gone = new EventTarget()
      return Reflect.apply(method, stranger ?? gone, [
        key === 'dispatchEvent' ? new Event('x') : 'x',
        null,
      ])
    })
  }
  const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'origin')
  attempt(`${name} origin`, () => Reflect.apply(get, stranger, []))
}
for (const key of ['send', 'close']) {
  attempt(`new ${key}`, () => new prototype[key]('x'))
  attempt(`class of ${key}`, () => {
    class Own extends prototype[key] {}
    return Own
  })
  attempt(`construct ${key}`, () => Reflect.construct(prototype[key], []))
}
say(
  'constants',
  Object.entries(WebSocket),
  Object.entries(Object.getOwnPropertyDescriptors(WebSocket)),
)
attempt('constant', () => {
  WebSocket.OPEN = 5
  return WebSocket.OPEN
})
attempt('read only', () => {
  socket.readyState = 5
  return socket.readyState
})
done()
