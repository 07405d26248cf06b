// Scenario: echo.
import { attempt, done, host, say } from '../../conformance/prelude.js'

const calls = []
const count = (holder, name) => {
  const before = Object.getOwnPropertyDescriptor(holder, name)
  for (const kind of ['get', 'set', 'value']) {
    const code = before[kind]
    if (typeof code !== 'function') continue
    Object.defineProperty(holder, name, {
      ...before,
      [kind]: function (...values) {
        // The browser's driver may listen to the window.
        if (this !== window && this !== document) calls.push(`${kind} ${String(name)}`)
        return Reflect.apply(code, this, values)
      },
    })
  }
}
const names = Object.getOwnPropertyNames(WebSocket.prototype).filter(
  (name) => name !== 'constructor',
)
for (const name of names) count(WebSocket.prototype, name)
for (const name of ['addEventListener', 'removeEventListener']) count(EventTarget.prototype, name)
for (const name of ['data', 'origin']) count(MessageEvent.prototype, name)
for (const name of ['code', 'reason', 'wasClean']) count(CloseEvent.prototype, name)
for (const name of ['target', 'currentTarget', 'type']) count(Event.prototype, name)
for (const name of ['size', 'arrayBuffer']) count(Blob.prototype, name)
count(AbortSignal.prototype, 'aborted')
const told = (what) => {
  const seen = calls.splice(0)
  say(what, seen)
  calls.length = 0
}
Error.prepareStackTrace = (error) => {
  calls.push('prepareStackTrace')
  return String(error)
}
const before = { Blob, URL, String, ArrayBuffer, Uint8Array, TextEncoder }
const { Blob: NativeBlob } = globalThis
for (const name of ['Blob', 'URL', 'String', 'ArrayBuffer', 'Uint8Array', 'TextEncoder']) {
  globalThis[name] = new Proxy(globalThis[name], {
    get(target, key, receiver) {
      if (key !== 'prototype') calls.push(`${name}.${key.toString()}`)
      return Reflect.get(target, key, receiver)
    },
    apply(target, receiver, values) {
      calls.push(`${name}()`)
      return Reflect.apply(target, receiver, values)
    },
    construct(target, values) {
      calls.push(`new ${name}`)
      return Reflect.construct(target, values)
    },
  })
}
const socket = new WebSocket(`ws://${host}/`, ['a'])
told('constructed')
await new Promise((resolve) => {
  socket.onopen = resolve
})
told('open')
socket.send('x')
socket.send(new NativeBlob(['blob']))
told('sent')
let left = 2
await new Promise((resolve) => {
  socket.onmessage = () => {
    left -= 1
    if (left === 0) resolve()
  }
})
told('received')
socket.close(1000)
await new Promise((resolve) => {
  socket.onclose = resolve
})
told('closed')
attempt('refused', () => new WebSocket('ws://:x'))
told('refused')
for (const name of ['Blob', 'URL', 'String', 'ArrayBuffer', 'Uint8Array', 'TextEncoder']) {
  globalThis[name] = before[name]
}
delete Error.prepareStackTrace

const { WebSocket: Native } = globalThis
globalThis.WebSocket = class extends Native {
  send(data) {
    say('sends', data)
    super.send(data)
  }
}
const own = new WebSocket(`ws://${host}/`)
say(
  'own class',
  own instanceof Native,
  own.constructor === WebSocket,
  Native.prototype.constructor === Native,
)
globalThis.WebSocket = Native
Error.stackTraceLimit = 0
attempt('limit', () => new Error('x').stack.split('\n').filter((line) => / at /.test(line)).length)
new WebSocket(`ws://${host}/`)
say('limit', Error.stackTraceLimit)
delete Error.stackTraceLimit
new WebSocket(`ws://${host}/`)
say('limit', Error.stackTraceLimit, 'stackTraceLimit' in Error)
done()
