/** What the page accepts of a program that says more than an event may hold: all of it, cut. */
import { describe, expect, it } from 'vitest'
import { MAX_DATA, MAX_DEPTH } from './event-limits.ts'
import type { RemoteValue } from './remote-value.ts'
import { EventStreamValidator } from './schema.ts'
import { traceOf, type EventSketch } from './testing/sketch.ts'
import type { TraceEvent } from './event.ts'

const LONG = 'x'.repeat(1_100_000)
const CUT = / … \(cut here, 1\.1 million characters\)$/

/** The event as the page takes it. */
function taken(sketch: EventSketch): TraceEvent {
  const result = new EventStreamValidator().accept(traceOf(sketch))
  if (!result.ok) throw new Error(result.problem)
  const [event] = result.events
  if (event === undefined) throw new Error('nothing was taken')
  return event
}

describe('a text of 1.1 million characters is cut, and says so', () => {
  const long: Record<string, EventSketch> = {
    'an error': { type: 'uncaughtError', kind: 'exception', name: 'Error', message: LONG },
    'the name of an error': { type: 'uncaughtError', kind: 'exception', name: LONG, message: '' },
    'what is typed': { type: 'userInput', kind: 'type', target: 'input', value: LONG },
    'a URL': { type: 'created', url: LONG, protocols: [], connectionId: 'ws-1' },
    ...Object.fromEntries(
      (
        [
          { kind: 'symbol', text: LONG },
          { kind: 'bigint', text: LONG },
          { kind: 'function', name: LONG },
          { kind: 'string', text: LONG, length: LONG.length },
          { kind: 'error', name: 'Error', message: LONG, stack: '' },
          {
            kind: 'object',
            className: 'Object',
            properties: [{ name: LONG, value: { kind: 'null' } }],
            truncated: false,
          },
        ] as const
      ).map((value) => [
        `a printed ${value.kind}`,
        { type: 'consoleMessage', level: 'log', arguments: [value] },
      ]),
    ),
  }
  for (const [what, sketch] of Object.entries(long))
    it(what, () => {
      const texts = JSON.stringify(taken(sketch)).match(/x{1000,}[^"]*/g) ?? []
      expect(texts).toHaveLength(1)
      expect(texts[0]).toMatch(CUT)
    })
})

it('a list of subprotocols is cut at the most that there may be', () => {
  const protocols = Array.from({ length: 5000 }, (_, index) => `p${index}`)
  const event = taken({ type: 'created', url: 'ws://a/', protocols, connectionId: 'ws-1' })
  expect(event.type === 'created' && [event.protocols.length, event.protocols.at(-1)]).toEqual([
    1024,
    '… (cut here, 5000 entries)',
  ])
})

it('a response of 1 500 headers with long names and a long status text is cut to what is shown', () => {
  const headers = Array.from({ length: 1500 }, (_, index): [string, string] => [
    index === 0 ? LONG : `h${index}`,
    'v',
  ])
  const event = taken({
    type: 'handshakeResponseReceived',
    connectionId: 'ws-1',
    status: 200,
    statusText: 'y'.repeat(2000),
    headers,
    byteLength: 0,
  })
  expect(JSON.stringify(event).length).toBeLessThan(100_000)
})

it('a message and a frame of 65 MiB are counted and left out', () => {
  const bytes = new Uint8Array(MAX_DATA + 1)
  const message = taken({
    type: 'messageSent',
    connectionId: 'ws-1',
    data: { kind: 'binary', bytes },
    byteLength: bytes.length,
  })
  expect(message.bodyOmitted).toBe(MAX_DATA + 1)
  const sent = taken({ type: 'bytesSent', connectionId: 'ws-1', data: bytes })
  expect(sent.bodyOmitted).toBe(MAX_DATA + 1)
})

it('a frame of 65 MiB is counted, and its payload left out', () => {
  const payload = new Uint8Array(MAX_DATA + 1)
  const sent = taken({
    type: 'frameSent',
    connectionId: 'ws-1',
    frame: {
      fin: true,
      rsv1: false,
      rsv2: false,
      rsv3: false,
      opcode: 2,
      masked: true,
      header: new Uint8Array(14),
      payload,
    },
  })
  expect(sent.bodyOmitted).toBe(MAX_DATA + 1)
})

it('several events of one batch are cut', () => {
  const print: EventSketch = {
    type: 'consoleMessage',
    level: 'log',
    arguments: [{ kind: 'string', text: LONG, length: LONG.length }],
  }
  const result = new EventStreamValidator().accept(traceOf(print, print))
  expect(
    result.ok && result.events.map((event) => JSON.stringify(event).length < LONG.length),
  ).toEqual([true, true])
})

it('a value that is nested too deep is refused, long texts in it or not', () => {
  let value: RemoteValue = { kind: 'string', text: LONG, length: LONG.length }
  for (let depth = 0; depth <= MAX_DEPTH; depth += 1)
    value = { kind: 'array', className: 'Array', length: 1, items: [value] }
  const events = traceOf({ type: 'consoleMessage', level: 'log', arguments: [value] })
  expect(new EventStreamValidator().accept(events)).toMatchObject({ ok: false })
})

it('what was never an event is still refused', () => {
  for (const value of [null, {}, { type: LONG }, { type: 'closed', data: 1 }])
    expect(new EventStreamValidator().accept([value]).ok).toBe(false)
})
