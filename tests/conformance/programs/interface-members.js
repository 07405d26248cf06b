// Scenario: echo.
import { done, say } from '../prelude.js'

const describe = ({ get, set, value, ...flags }) => ({
  ...flags,
  ...(get && { get: [get.name, get.length, 'prototype' in get] }),
  ...(set && { set: [set.name, set.length] }),
  ...(typeof value === 'function' && { value: [value.name, value.length, 'prototype' in value] }),
})

const { prototype } = WebSocket
const names = Object.getOwnPropertyNames(prototype).sort()
const isInherited = (name) => name !== 'constructor' && name in EventTarget.prototype
say('own, though inherited', names.filter(isInherited))
for (const name of names.filter((name) => !isInherited(name))) {
  say(name, describe(Object.getOwnPropertyDescriptor(prototype, name)))
}
say('tag', Object.getOwnPropertyDescriptor(prototype, Symbol.toStringTag))
say('symbols', Object.getOwnPropertySymbols(prototype).map(String))
say('own of the constructor', Object.getOwnPropertyNames(WebSocket).sort())
say('name', Object.getOwnPropertyDescriptor(WebSocket, 'name'))
say('length', Object.getOwnPropertyDescriptor(WebSocket, 'length'))
const held = Object.getOwnPropertyDescriptor(WebSocket, 'prototype')
say('prototype', held.writable, held.enumerable, held.configurable)
const global = Object.getOwnPropertyDescriptor(globalThis, 'WebSocket')
say('global', global.writable, global.enumerable, global.configurable)
done()
