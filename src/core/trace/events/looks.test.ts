import { describe, expect, it } from 'vitest'
import { textsOf } from '../../../locales/index.ts'
import type { Areas } from '../../../locales/gather.ts'
import { everyEvent } from '../testing/samples.ts'
import { traceOf, type EventSketch } from '../testing/sketch.ts'
import { callAsCode } from './api.ts'
import { EVENT_GROUPS } from './event-look.ts'
import {
  byteLengthOf,
  describeEvent,
  directionOf,
  groupOf,
  laneOf,
  nameOfEvent,
  toneOf,
} from './looks.ts'
import { maskedFrame, shortFrame } from '../testing/sample.ts'

const en = await textsOf('en')
const zhCN = await textsOf('zh-CN')

function messageAt(messages: Areas, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (group, part) =>
        typeof group === 'object' && group !== null ? Object(group)[part] : undefined,
      messages,
    )
}

function eventOf(sketch: EventSketch) {
  const [event] = traceOf(sketch)
  if (event === undefined) throw new Error('the sketch made no event')
  return event
}
const described = (sketch: EventSketch) => describeEvent(eventOf(sketch))
const frame = shortFrame(1, 'Hello')

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

  it('gives the number and the name of a readyState', () => {
    expect(described({ type: 'readyStateChanged', to: 0 }).detail).toBe('0 CONNECTING')
    expect(described({ type: 'readyStateChanged', from: 0, to: 3 }).detail).toBe(
      '0 CONNECTING → 3 CLOSED',
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

  it('distinguishes a clean close from an unclean one', () => {
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

describe('groupOf', () => {
  it('has a group for every event, and no group without one', () => {
    expect(new Set(everyEvent().map(groupOf))).toEqual(new Set(EVENT_GROUPS))
  })

  it('counts a call that threw among the errors', () => {
    for (const event of everyEvent()) {
      if (event.type !== 'apiCall') continue
      expect(groupOf(event)).toBe(event.exception === undefined ? 'calls' : 'errors')
    }
  })
})

describe('laneOf', () => {
  it('puts all that happens at the server into its lane', () => {
    for (const event of everyEvent()) {
      if (event.side === 'server') expect(laneOf(event)).toBe('server')
    }
    expect(laneOf(eventOf({ type: 'frameSent', side: 'server', frame }))).toBe('server')
  })

  it('separates what the program sees from what the browser does', () => {
    expect(laneOf(eventOf({ type: 'eventFired', eventType: 'open', listeners: 1 }))).toBe('program')
    expect(laneOf(eventOf({ type: 'frameSent', frame }))).toBe('browser')
  })
})

describe('directionOf', () => {
  it('is the same at both ends of one way', () => {
    expect(directionOf(eventOf({ type: 'frameSent', frame }))).toBe('out')
    expect(directionOf(eventOf({ type: 'frameReceived', side: 'server', frame }))).toBe('out')
    expect(directionOf(eventOf({ type: 'frameSent', side: 'server', frame }))).toBe('in')
    expect(directionOf(eventOf({ type: 'frameReceived', frame }))).toBe('in')
  })

  it('has none for a network that ends a connection', () => {
    const how = { type: 'transportClosed', how: 'silence' } as const
    expect(directionOf(eventOf({ ...how, by: 'network' }))).toBeUndefined()
    expect(directionOf(eventOf({ ...how, by: 'server' }))).toBe('in')
  })
})

describe('byteLengthOf', () => {
  it('counts header and payload of a frame', () => {
    expect(byteLengthOf(eventOf({ type: 'frameSent', frame }))).toBe(7)
    const masked = maskedFrame(frame, Uint8Array.of(1, 2, 3, 4))
    expect(byteLengthOf(eventOf({ type: 'frameSent', frame: masked }))).toBe(11)
  })

  it('has none for a handshake whose bytes were not observed', () => {
    const request = { type: 'willSendHandshakeRequest', method: 'GET', target: '/' } as const
    expect(byteLengthOf(eventOf({ ...request, headers: [], byteLength: 0 }))).toBeUndefined()
    expect(byteLengthOf(eventOf({ ...request, headers: [], byteLength: 99 }))).toBe(99)
  })
})

describe('nameOfEvent', () => {
  const call = (method: string): EventSketch => ({
    type: 'apiCall',
    api: 'WebSocket',
    method,
    arguments: [],
  })

  it('is what the program wrote', () => {
    expect(nameOfEvent(eventOf(call('constructor')))).toBe('new WebSocket()')
    expect(nameOfEvent(eventOf(call('send')))).toBe('send()')
    expect(nameOfEvent(eventOf(call('onopen')))).toBe('onopen')
    expect(nameOfEvent(eventOf({ type: 'timerSet', timerId: 1, kind: 'interval', delay: 1 }))).toBe(
      'setInterval()',
    )
  })

  it('is what happened to it', () => {
    expect(nameOfEvent(eventOf({ type: 'eventFired', eventType: 'message', listeners: 1 }))).toBe(
      'message',
    )
    const exception = { name: 'InvalidStateError', message: '' }
    const threw = { type: 'apiCall', api: 'WebSocket', method: 'send', arguments: [] } as const
    expect(nameOfEvent(eventOf({ ...threw, exception }))).toBe('InvalidStateError')
  })

  it('is there for every event, and never the name of its type', () => {
    for (const event of everyEvent()) expect(['', event.type]).not.toContain(nameOfEvent(event))
  })
})

describe('toneOf', () => {
  const send = { type: 'apiCall', api: 'WebSocket', method: 'send', arguments: [] } as const
  const fired = (eventType: 'open' | 'message' | 'error' | 'close'): EventSketch => ({
    type: 'eventFired',
    eventType,
    listeners: 1,
  })
  const toneOfSketch = (sketch: EventSketch) => toneOf(eventOf(sketch))

  it('is that of its direction', () => {
    expect(toneOfSketch(send)).toBe('out')
    expect(toneOfSketch(fired('message'))).toBe('in')
    expect(toneOfSketch({ type: 'frameReceived', frame })).toBe('in')
  })

  it('is that of the state that a socket is in or enters', () => {
    expect(toneOfSketch({ type: 'created', url: 'ws://a/', protocols: [] })).toBe('state-0')
    expect(toneOfSketch({ type: 'readyStateChanged', from: 1, to: 2 })).toBe('state-2')
    expect(toneOfSketch(fired('open'))).toBe('state-1')
    expect(toneOfSketch(fired('close'))).toBe('state-3')
  })

  it('is bad where a call threw, an error is printed or an error event fires', () => {
    const exception = { name: 'InvalidStateError', message: '' }
    expect(toneOfSketch({ ...send, exception })).toBe('bad')
    expect(toneOfSketch({ type: 'consoleMessage', level: 'error', arguments: [] })).toBe('bad')
    expect(toneOfSketch(fired('error'))).toBe('bad')
  })
})
