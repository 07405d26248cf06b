import { describe, expect, test } from 'vitest'
import { actionOf, byHandSource } from './by-hand.ts'

describe('what is sent by hand becomes the text that does it', () => {
  test.each([
    [{ kind: 'text', text: 'a "b"\n' }, null, String.raw`$ws.send("a \"b\"\n")`],
    [{ kind: 'json', text: '{"a": 1}' }, 0, String.raw`$sockets[0].send("{\"a\": 1}")`],
    [
      { kind: 'hex', text: '48, 0x65 6C6c' },
      null,
      '$ws.send(new Uint8Array([0x48, 0x65, 0x6c, 0x6c]))',
    ],
    [{ kind: 'hex', text: ' ' }, null, '$ws.send(new Uint8Array([]))'],
    [
      { kind: 'file', bytes: Uint8Array.of(1, 255) },
      2,
      '$sockets[2].send(new Uint8Array([1,255]))',
    ],
    [{ kind: 'ping', text: '' }, null, '$ping()'],
    [{ kind: 'ping', text: 'a' }, null, '$ping("a")'],
    [{ kind: 'ping', text: '' }, 1, '$ping("", $sockets[1])'],
    [{ kind: 'close', code: null, reason: '' }, null, '$ws.close()'],
    [{ kind: 'close', code: 4001, reason: '' }, null, '$ws.close(4001)'],
    [{ kind: 'close', code: null, reason: 'bye' }, null, '$ws.close(1000, "bye")'],
  ] as const)('%j', (action, socket, source) => {
    expect(byHandSource(action, socket)).toEqual({ source })
  })
})

test.each([
  ['', null, ''],
  ['4001', 4001, ''],
  [' 1000 see you ', 1000, 'see you'],
  ['bye', null, 'bye'],
])('%j closes with this code and reason', (text, code, reason) => {
  expect(actionOf('close', text)).toEqual({ kind: 'close', code, reason })
  expect(actionOf('text', text)).toEqual({ kind: 'text', text })
})

describe('what cannot be sent says why', () => {
  test('a text that is no JSON', () => {
    expect(byHandSource({ kind: 'json', text: '{a: 1}' }, null)).toMatchObject({
      wrong: { kind: 'json', message: expect.stringContaining('JSON') as string },
    })
  })

  test.each(['4', '48 6x', '0x'])('bytes: %s', (text) => {
    const wrong = { kind: 'hex', text: text.split(' ').at(-1) }
    expect(byHandSource({ kind: 'hex', text }, null)).toEqual({ wrong })
  })

  test.each([999, 1001, 2999, 5000])('the code %i, which a page may not send', (code) => {
    expect(byHandSource({ kind: 'close', code, reason: '' }, null)).toEqual({
      wrong: { kind: 'code' },
    })
  })
})
