// Scenario: echo.
import { attempt, done, host, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
const listen = () => undefined
class Handler {
  handleEvent() {}
}
for (const name of ['onopen', 'onmessage', 'onerror', 'onclose']) {
  say(name, socket[name])
  const values = [
    listen,
    null,
    5,
    listen,
    'text',
    {},
    new Handler(),
    undefined,
    listen,
    true,
    [],
    1n,
  ]
  for (const value of values) {
    attempt(`${name} = ${typeof value}`, () => {
      socket[name] = value
      return [socket[name] === value, socket[name]]
    })
  }
  attempt(`${name} = a symbol`, () => {
    socket[name] = Symbol('x')
    return socket[name]
  })
}
done()
