import { describe, expect, it } from 'vitest'
import en from '../../../locales/en/index.ts'
import zhCN from '../../../locales/zh-CN/index.ts'
import type { Messages } from '../../../locales/gather.ts'
import { everyEvent, shortFrame } from '../testing/every-event.ts'
import { traceOf, type EventSketch } from '../testing/sketch.ts'
import { callAsCode, describeEvent, stateName } from './describe-event.ts'

function messageAt(messages: Messages, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (group, part) =>
        typeof group === 'object' && group !== null ? Object(group)[part] : undefined,
      messages,
    )
}

function described(sketch: EventSketch) {
  const [event] = traceOf(sketch)
  if (event === undefined) throw new Error('the sketch made no event')
  return describeEvent(event)
}

const text = (value: string) => ({ kind: 'string', text: value, length: value.length }) as const

describe('describeEvent', () => {
  it.each([
    ['en', en],
    ['zh-CN', zhCN],
  ])('has a text in %s for every event, and gives it all that it names', (_, messages) => {
    for (const event of everyEvent()) {
      const { key, params } = describeEvent(event)
      const message = messageAt(messages, key)
      expect(message, `${event.type}: ${key}`).toBeTypeOf('string')
      const named = [...String(message).matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      expect(Object.keys(params), key).toEqual(expect.arrayContaining(named))
    }
  })

  it('says of a frame what it is, which part of its message, and its payload', () => {
    expect(described({ type: 'frameSent', frame: shortFrame(1, 'Hello') })).toEqual({
      key: 'log.event.frameSent.whole',
      params: { frame: 'TEXT' },
      detail: '“Hello”',
    })
    expect(described({ type: 'frameSent', frame: shortFrame(1, 'Hel', { fin: false }) }).key).toBe(
      'log.event.frameSent.first',
    )
    expect(described({ type: 'frameSent', frame: shortFrame(0, 'l', { fin: false }) }).key).toBe(
      'log.event.frameSent.middle',
    )
    expect(described({ type: 'frameSent', frame: shortFrame(0, 'o') }).key).toBe(
      'log.event.frameSent.last',
    )
  })

  it('reads the code and the reason of a Close frame', () => {
    const kicked = Uint8Array.of(0x0f, 0xa1, ...new TextEncoder().encode('kicked'))
    expect(described({ type: 'frameReceived', frame: shortFrame(8, kicked) }).detail).toBe(
      '4001 “kicked”',
    )
    expect(described({ type: 'frameReceived', frame: shortFrame(8) }).detail).toBeUndefined()
  })

  it('says that send() after close() drops its data, and that before open it threw', () => {
    const send = {
      type: 'apiCall',
      api: 'WebSocket',
      method: 'send',
      arguments: [text('x')],
    } as const
    expect(described({ ...send, readyState: 1 })).toEqual({
      key: 'log.event.call.made',
      params: {},
      detail: 'send("x")',
    })
    expect(described({ ...send, readyState: 2 })).toEqual({
      key: 'log.event.call.discarded',
      params: { call: 'send()', state: 'CLOSING' },
      detail: '"x"',
    })
    const exception = { name: 'InvalidStateError', message: 'Still in CONNECTING state.' }
    expect(described({ ...send, readyState: 0, exception })).toEqual({
      key: 'log.event.call.threw',
      params: { call: 'send()', name: 'InvalidStateError' },
      detail: 'Still in CONNECTING state.',
    })
  })

  it('says that nothing listened to an event', () => {
    expect(described({ type: 'eventFired', eventType: 'open', listeners: 0 }).key).toBe(
      'log.event.unheard',
    )
  })

  it('tells a closing that was not clean from one that was', () => {
    const closed = { type: 'closed', code: 1006, reason: '', wasClean: false } as const
    expect(described(closed)).toEqual({
      key: 'log.event.closed.client.unclean',
      params: {},
      detail: '1006',
    })
  })

  it('keeps ids and codes as text, so that 1005 is never written 1,005', () => {
    const params = everyEvent().flatMap((event) => Object.entries(describeEvent(event).params))
    const numbers = params.filter(([, value]) => typeof value === 'number').map(([name]) => name)
    expect(new Set(numbers)).toEqual(new Set(['octets', 'delay', 'duration']))
  })
})

describe('callAsCode', () => {
  function code(method: string, api = 'WebSocket', ...values: string[]): string {
    const [event] = traceOf({ type: 'apiCall', api, method, arguments: values.map(text) })
    if (event?.type !== 'apiCall') throw new Error('the sketch made no call')
    return callAsCode(event)
  }

  it('writes calls as a program does', () => {
    expect(code('constructor', 'WebSocket', 'wss://a', 'v2')).toBe('new WebSocket("wss://a", "v2")')
    expect(code('send', 'WebSocket', 'x')).toBe('send("x")')
    expect(code('binaryType', 'WebSocket', 'arraybuffer')).toBe('binaryType = "arraybuffer"')
    expect(code('fetch', 'fetch', '/poll')).toBe('fetch("/poll")')
    expect(code('close', 'EventSource')).toBe('EventSource.close()')
  })
})

describe('stateName', () => {
  it('has number and name', () => {
    expect(stateName(0)).toBe('0 CONNECTING')
    expect(stateName(3)).toBe('3 CLOSED')
  })
})
