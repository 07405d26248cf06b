import { describe, expect, it } from 'vitest'
import type { RemoteValue } from './remote-value.ts'
import { problemOfHeader } from './header.ts'
import { EventStreamValidator, isTraceEvent, problemOfEvent } from './schema.ts'
import { everyEvent } from './testing/samples.ts'
import { TRACE_VERSION } from './trace-versions.ts'
import { asciiMessage, traceOf, type EventSketch } from './testing/sketch.ts'

const one = (sketch: EventSketch) => {
  const [event] = traceOf(sketch)
  if (event === undefined) throw new Error('no event')
  return event
}

const frame = {
  fin: true,
  rsv1: false,
  rsv2: false,
  rsv3: false,
  opcode: 1,
  masked: true,
  header: new Uint8Array(6),
  payload: new Uint8Array(5),
}

/** With every optional property somewhere. */
const samples = {
  created: { type: 'created', url: 'wss://a/', protocols: ['v1'], routedTo: 'in-page://echo' },
  willSendHandshakeRequest: {
    type: 'willSendHandshakeRequest',
    method: 'GET',
    target: '/',
    headers: [['Host', 'a']],
    byteLength: 120,
  },
  handshakeResponseReceived: {
    type: 'handshakeResponseReceived',
    status: 101,
    statusText: 'Switching Protocols',
    headers: [],
    byteLength: 0,
    cause: 0,
  },
  bytesSent: { type: 'bytesSent', data: new Uint8Array(3) },
  bytesReceived: { type: 'bytesReceived', data: new Uint8Array(0), side: 'server' },
  frameSent: { type: 'frameSent', frame },
  frameReceived: { type: 'frameReceived', frame },
  frameError: { type: 'frameError', message: 'reserved bit', code: 1002, section: 'RFC 6455 §5.2' },
  messageSent: { type: 'messageSent', ...asciiMessage('hi') },
  messageReceived: {
    type: 'messageReceived',
    data: { kind: 'binary', bytes: new Uint8Array(2) },
    byteLength: 2,
  },
  readyStateChanged: { type: 'readyStateChanged', from: 0, to: 1 },
  apiCall: {
    type: 'apiCall',
    api: 'WebSocket',
    method: 'send',
    arguments: [{ kind: 'string', text: 'hi', length: 2 }],
    readyState: 0,
    exception: { name: 'InvalidStateError', message: 'Still in CONNECTING state.' },
    source: { file: 'client.js', line: 3, column: 4 },
  },
  eventFired: {
    type: 'eventFired',
    eventType: 'close',
    listeners: 1,
    code: 1005,
    reason: '',
    wasClean: true,
    provenance: 'reconstructed',
  },
  bufferedAmountChanged: { type: 'bufferedAmountChanged', bufferedAmount: 10_000_000 },
  closed: { type: 'closed', code: 1006, reason: '', wasClean: false },
  transportClosed: { type: 'transportClosed', how: 'rst', by: 'network' },
  httpRequest: { type: 'httpRequest', method: 'GET', url: '/', headers: [], byteLength: 9 },
  httpResponse: { type: 'httpResponse', status: 200, statusText: 'OK', headers: [], byteLength: 9 },
  httpData: { type: 'httpData', data: new Uint8Array(1) },
  eventSourceMessage: {
    type: 'eventSourceMessage',
    eventType: 'message',
    data: 'x',
    lastEventId: '',
  },
  timerSet: { type: 'timerSet', timerId: 1, kind: 'timeout', delay: 0 },
  timerFired: { type: 'timerFired', timerId: 1, kind: 'interval' },
  timerCleared: { type: 'timerCleared', timerId: 1, kind: 'animationFrame' },
  pageLifecycle: { type: 'pageLifecycle', phase: 'pagehide' },
  userInput: { type: 'userInput', kind: 'click', target: '#send' },
  childNodeInserted: {
    type: 'childNodeInserted',
    parent: 'ul',
    node: 'li',
    text: 'Hi',
    markup: '<li>Hi</li>',
    live: 'assertive',
  },
  consoleMessage: {
    type: 'consoleMessage',
    level: 'log',
    dialog: 'alert',
    arguments: [
      { kind: 'undefined' },
      { kind: 'null' },
      { kind: 'boolean', value: true },
      { kind: 'number', text: '-0' },
      { kind: 'bigint', text: '1' },
      { kind: 'symbol', text: 'Symbol()' },
      { kind: 'function', name: 'f' },
      { kind: 'error', name: 'Error', message: 'm', stack: '' },
      { kind: 'bytes', className: 'Uint8Array', bytes: new Uint8Array(1), byteLength: 100 },
      { kind: 'array', className: 'Array', length: 1, items: [{ kind: 'circular' }] },
      {
        kind: 'object',
        className: 'Object',
        properties: [{ name: 'a', value: { kind: 'null' } }],
        truncated: false,
      },
    ],
  },
  uncaughtError: { type: 'uncaughtError', kind: 'endlessLoop', name: 'Error', message: 'loop' },
  logEntryAdded: { type: 'logEntryAdded', entrySource: 'network', level: 'error', text: 'failed' },
  prediction: { type: 'prediction', question: 'first-log', answer: '0' },
  intervention: { type: 'intervention', kind: 'delay', duration: 2000 },
} satisfies { readonly [T in EventSketch['type']]?: EventSketch & { type: T } }

const log = (...values: readonly RemoteValue[]) =>
  one({ type: 'consoleMessage', level: 'log', arguments: values })

describe('problemOfEvent', () => {
  it.each(everyEvent())('accepts $type of the samples', (event) => {
    expect(problemOfEvent(event)).toBeNull()
  })

  it.each(Object.values<EventSketch>(samples))('accepts $type', (sketch) => {
    expect(problemOfEvent(one(sketch))).toBeNull()
  })

  it.each(Object.values<EventSketch>(samples))(
    'refuses $type with a property that is not its own',
    (sketch) => {
      expect(isTraceEvent({ ...one(sketch), html: '<b>' })).toBe(false)
    },
  )

  it.each([
    [null, 'event: expected an object, got null'],
    [[], 'event: expected an object, got an array'],
    [{ type: 'exploded' }, 'exploded.type: exploded is not known'],
    [{ type: '__proto__' }, '__proto__.type: __proto__ is not known'],
    [{ ...one(samples.closed), code: 65_536 }, 'closed.code: 65536 is not 0 to 65535'],
    [
      { ...one(samples.closed), code: '1000' },
      'closed.code: expected a whole number, got a string',
    ],
    [{ ...one(samples.closed), time: Number.NaN }, 'closed.time: expected a number, got NaN'],
    [{ ...one(samples.closed), time: -1 }, 'closed.time: -1 is not 0 to'],
    [{ ...one(samples.closed), connectionId: undefined }, 'closed.connectionId: expected a string'],
    [{ ...one(samples.closed), cause: undefined }, 'closed.cause: expected a whole number'],
    [{ ...one(samples.bytesSent), data: [1, 2] }, 'bytesSent.data: expected bytes, got an array'],
    [
      { ...one(samples.frameSent), frame: { ...frame, opcode: 16 } },
      'frameSent.frame.opcode: 16 is not 0 to 15',
    ],
    [
      { ...one(samples.willSendHandshakeRequest), headers: [['Host', 'a'], ['X']] },
      'willSendHandshakeRequest.headers[1]: expected a pair',
    ],
    [
      { ...one(samples.messageSent), data: { kind: 'text', text: 'x', bytes: 1 } },
      'messageSent.data.bytes: not a property of this',
    ],
    [
      { ...one(samples.uncaughtError), name: 'x'.repeat(2 ** 21) },
      'uncaughtError.name: longer than',
    ],
  ])('says what is wrong: %#', (value, problem) => {
    expect(problemOfEvent(value)).toContain(problem)
  })

  it('names a property that is missing', () => {
    const rest: Partial<Record<string, unknown>> = { ...one(samples.closed) }
    delete rest['code']
    expect(problemOfEvent(rest)).toBe('closed.code: missing')
  })

  it('bounds how deep and how large a printed value may be', () => {
    let deep: RemoteValue = { kind: 'null' }
    for (let level = 0; level < 30; level += 1)
      deep = { kind: 'array', className: 'Array', length: 1, items: [deep] }
    expect(problemOfEvent(log(deep))).toContain('nested')
    const wide = Array.from({ length: 600 }, (): RemoteValue => ({
      kind: 'array',
      className: 'Array',
      length: 200,
      items: Array.from({ length: 200 }, () => ({ kind: 'null' as const })),
    }))
    expect(problemOfEvent(log(...wide))).toContain('more than 100000 values')
    expect(problemOfEvent(log(...wide.slice(0, 3)))).toBeNull()
  })

  it('survives a value that contains itself', () => {
    const circular = { kind: 'array', className: 'Array', length: 1, items: [] as unknown[] }
    circular.items.push(circular)
    expect(problemOfEvent({ ...log(), arguments: [circular] })).toContain('nested')
  })
})

describe('EventStreamValidator', () => {
  const events = traceOf(
    { type: 'created', url: 'wss://a/', protocols: [] },
    { ...samples.readyStateChanged, at: 10, cause: 0 },
    { ...samples.closed, at: 10 },
  )

  it('accepts batches that follow each other', () => {
    const validator = new EventStreamValidator()
    expect(validator.accept(events.slice(0, 1))).toEqual({ ok: true, events: events.slice(0, 1) })
    expect(validator.accept([])).toEqual({ ok: true, events: [] })
    expect(validator.accept(events.slice(1)).ok).toBe(true)
  })

  it('refuses a gap, a step back in time, a cause that is not before, and what is no list', () => {
    const refuse = (batch: unknown) => {
      const parsed = new EventStreamValidator().accept(batch)
      return parsed.ok ? null : parsed.problem
    }
    expect(refuse(events.slice(1))).toBe('readyStateChanged.seq: 1 came where 0 was due')
    expect(
      refuse([
        { ...events[0], time: 5 },
        { ...events[1], time: 4 },
      ]),
    ).toBe('readyStateChanged.time: 4 lies before 5')
    expect(refuse([{ ...events[0], cause: 0 }])).toBe('created.cause: 0 is not before 0')
    expect(refuse('events')).toBe('events: expected a list')
  })

  it('gives the index of the problem, and begins at the given seq', () => {
    const [first, second, third] = events
    expect(new EventStreamValidator().accept([first, third])).toMatchObject({ ok: false, index: 1 })
    expect(new EventStreamValidator(1).accept([second, third]).ok).toBe(true)
  })
})

describe('problemOfHeader', () => {
  const header = {
    version: TRACE_VERSION,
    clock: 'virtual',
    seed: 101,
    conditions: { latency: 40, jitter: 0, bandwidth: null },
    endpoint: { kind: 'built-in', name: 'echo' },
    startedAt: null,
    browser: 'x',
  }

  it('accepts a header and says what is wrong with another', () => {
    expect(problemOfHeader(header)).toBeNull()
    expect(problemOfHeader({ ...header, version: 1 })).toBe(
      `header.version: expected one of ${String(TRACE_VERSION)}`,
    )
    expect(problemOfHeader({ ...header, conditions: { latency: -1 } })).toBe(
      'header.conditions.latency: -1 is not 0 to 60000',
    )
  })

  it('accepts an idle timeout of at most a day, or none', () => {
    const problemWith = (idleTimeout: unknown) =>
      problemOfHeader({ ...header, conditions: { ...header.conditions, idleTimeout } })
    expect([1, 86_400_000, null].map(problemWith)).toEqual([null, null, null])
    expect(problemWith(0)).toBe('header.conditions.idleTimeout: 0 is not 1 to 86400000')
    expect(problemWith('60 s')).toBe(
      'header.conditions.idleTimeout: expected a number, got a string',
    )
  })
})
