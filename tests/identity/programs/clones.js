// Scenario: echo.
import { attempt, done, host, say } from '../../conformance/prelude.js'

const socket = new WebSocket(`ws://${host}/`)
const { port1 } = new MessageChannel()
const things = {
  socket,
  class: WebSocket,
  send: socket.send,
  list: [socket],
}
for (const [name, thing] of Object.entries(things)) {
  attempt(`clone ${name}`, () => structuredClone(thing))
  attempt(`post ${name}`, () => port1.postMessage(thing))
  attempt(`post ${name} to the window`, () => postMessage(thing, '*'))
  attempt(`transfer ${name}`, () => structuredClone(1, { transfer: [thing] }))
  attempt(`json ${name}`, () => JSON.stringify(thing))
}
say('json', JSON.stringify(socket), JSON.stringify({ ...socket }))
attempt('as a key', () => new WeakMap([[socket, 1]]).get(socket))
attempt('assigned', () => Object.assign(socket, { note: 1 }).note)
say('keys', Object.keys(socket), Object.getOwnPropertyNames(socket))
say(
  'in a loop',
  (() => {
    const keys = []
    for (const key in socket) keys.push(key)
    return keys
  })(),
)
done()
