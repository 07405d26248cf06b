import { describe, expect, it } from 'vitest'
import { missingName, withName } from './fragment.ts'

const reference = (name: string, line = '') =>
  missingName({ name: 'ReferenceError', message: `${name} is not defined`, line })

describe('a fragment that lacks a name', () => {
  it.each([
    ['ws', 'socket'],
    ['socket', 'socket'],
    ['data', 'text'],
    ['evt', 'event'],
  ])('%s is a %s', (name, kind) => {
    expect(reference(name)).toEqual({ name, kind, sends: false })
  })

  it('event is known by what reading it throws', () => {
    const chromium = "Cannot read properties of undefined (reading 'data')"
    for (const message of [chromium, 'can\'t access property "data", event is undefined'])
      expect(missingName({ name: 'TypeError', message, line: 'console.log(event.data)' })).toEqual({
        name: 'event',
        kind: 'event',
        sends: false,
      })
  })

  it('a name of the reader’s own, and any other error, is theirs', () => {
    expect(reference('rooms')).toBeNull()
    expect(missingName({ name: 'TypeError', message: 'x is undefined', line: 'x.y' })).toBeNull()
    expect(missingName({ name: 'Error', message: 'ws is not defined', line: '' })).toBeNull()
  })

  it('gets a socket, which is open where the fragment sends at once', () => {
    expect(withName('ws.onopen = go\n', { name: 'ws', kind: 'socket', sends: false })).toBe(
      "const ws = new WebSocket('wss://echo.websocket.org')\nws.onopen = go\n",
    )
    const missing = reference('socket', 'socket.send("hi")')
    expect(missing?.sends).toBe(true)
    expect(missing && withName('socket.send("hi")\n', missing)).toBe(
      "const socket = new WebSocket('wss://echo.websocket.org')\n" +
        'await new Promise((resolve) => {\n  socket.onopen = resolve\n})\nsocket.send("hi")\n',
    )
  })

  it('gets a text, or a handler that has the event', () => {
    expect(withName('use(data)', { name: 'data', kind: 'text', sends: false })).toBe(
      "const data = 'Hello'\nuse(data)",
    )
    expect(withName('print(evt.data)\n', { name: 'evt', kind: 'event', sends: false })).toBe(
      "const ws = new WebSocket('wss://echo.websocket.org')\nws.onopen = () => ws.send('Hello')\n" +
        'ws.onmessage = (evt) => {\n  print(evt.data)\n}\n',
    )
  })
})
