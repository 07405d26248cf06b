import { describe, expect, it } from 'vitest'
import { MAX_SOURCE } from '../event-limits.ts'
import type { TraceHeader } from '../header.ts'
import { TraceLog } from '../log.ts'
import { shortFrame } from '../testing/sample.ts'
import { traceOf } from '../testing/sketch.ts'
import { traceToJson } from './json.ts'
import { traceFromJson } from './read-json.ts'
import { TRACE_VERSION, type Migration } from '../trace-versions.ts'
import { migrate } from './migrate.ts'
import { TraceFormatError } from './trace-format-error.ts'

const header: TraceHeader = {
  version: TRACE_VERSION,
  clock: 'virtual',
  seed: 101,
  conditions: { latency: 40, jitter: 0, bandwidth: null },
  endpoint: { kind: 'built-in', name: 'echo' },
  startedAt: Date.UTC(2026, 10, 20, 9, 30),
  browser: 'test',
}

const events = traceOf(
  { type: 'created', url: 'wss://echo.example/', protocols: [] },
  { type: 'bytesSent', data: new Uint8Array([0x81, 0x85]), at: 80.5 },
  {
    type: 'consoleMessage',
    level: 'log',
    arguments: [
      {
        kind: 'bytes',
        className: 'Uint8Array',
        bytes: Buffer.from('hello') as Uint8Array,
        byteLength: 5,
      },
      // What a program prints may look like the form that bytes have.
      {
        kind: 'object',
        className: 'Object',
        properties: [{ name: 'base64', value: { kind: 'string', text: 'Zg==', length: 4 } }],
        truncated: false,
      },
    ],
  },
)

const longString = { kind: 'string', text: 'c'.repeat(5000), length: 5000 } as const

function withBytes(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: '' } : value
}

describe('a trace as JSON', () => {
  it('comes back as it was', () => {
    const read = traceFromJson(traceToJson({ header, events }))
    expect(read.header).toEqual(header)
    expect(read.events).toEqual(JSON.parse(JSON.stringify(events), toBytes))
    expect(read.events[1]).toEqual(events[1])
    expect(traceToJson(read)).toBe(traceToJson({ header, events }))
  })

  it('comes back as it was without bodies, and with the skeleton of what a log let go', () => {
    const log = new TraceLog({ events: 6, bytes: 10_000 })
    for (const event of traceOf(
      { type: 'apiCall', api: 'WebSocket', method: 'constructor', arguments: [] },
      { type: 'created', url: 'wss://echo.example/', protocols: [], cause: 0 },
      { type: 'timerSet', timerId: 1, kind: 'timeout', delay: 5 },
      { type: 'bytesSent', data: new Uint8Array(8000), at: 1 },
      { type: 'messageSent', data: { kind: 'text', text: 'a'.repeat(5000) }, byteLength: 5000 },
      { type: 'frameSent', frame: { ...shortFrame(1, ''), payload: new Uint8Array(9000) } },
      { type: 'eventSourceMessage', eventType: 'message', data: 'b'.repeat(5000), lastEventId: '' },
      { type: 'apiCall', api: 'WebSocket', method: 'send', arguments: [longString] },
      { type: 'closed', code: 1000, reason: '', wasClean: true, at: 2 },
    ))
      log.append(event)
    const trace = { header, skeleton: log.skeleton, events: log.slice() }
    expect(trace.skeleton.map(({ seq }) => seq)).toEqual([0, 1])
    expect(trace.events.map(({ bodyOmitted }) => bodyOmitted ?? 0)).toEqual([
      8000, 10_000, 9000, 10_000, 10_064, 0,
    ])
    const json = traceToJson(trace)
    expect(json.length).toBeLessThan(3000)
    const read = traceFromJson(json)
    expect(read).toEqual(trace)
    const again = new TraceLog(undefined, read.events[0]?.seq, read.skeleton)
    for (const event of read.events) again.append(event)
    expect(again.get(1)).toMatchObject({ url: 'wss://echo.example/' })
    expect(again.base.connections).toMatchObject([{ url: 'wss://echo.example/' }])
  })

  it.each([
    ['no list', {}, 'skeleton: expected a list'],
    ['an event out of order', [events[0], events[0]], 'skeleton 1: created.seq: 0 is out of order'],
    ['what is not of the skeleton', [{ ...events[1], seq: 0 }], 'bytesSent: not of the skeleton'],
    ['what is no event', [{ type: 'created' }], 'skeleton 0: created'],
  ])('refuses a skeleton that is %s', (_, skeleton, problem) => {
    const later = traceOf({ type: 'pageLifecycle', phase: 'load', at: 99 }).map((event) => {
      return { ...event, seq: 7 }
    })
    const { header: head } = JSON.parse(traceToJson({ header, events: [] }))
    const json = JSON.stringify({ header: head, skeleton, events: later }, withBytes)
    expect(() => traceFromJson(json)).toThrow(problem)
  })

  it('has a line for each event, with bytes as Base64', () => {
    const lines = traceToJson({ header, events }).split('\n')
    expect(lines).toHaveLength(events.length + 3)
    expect(lines[2]).toContain('"data":{"base64":"gYU="}')
  })

  it.each([
    ['[', 'this is not JSON'],
    ['[]', 'a trace is an object'],
    ['{}', 'a trace says its version in its header'],
    ['{"header":{"version":99}}', 'made by a newer program'],
    ['{"header":{"version":2}}', 'header.clock: missing'],
    ['{"header":{"version":1}}', 'header.clock: missing'],
    [`{"header":${JSON.stringify(header)}}`, 'a trace has a list of events'],
    [
      `{"header":${JSON.stringify(header)},"program":{"client.js":1},"events":[]}`,
      'program.client.js: expected a string, got a number',
    ],
    [
      `{"header":${JSON.stringify(header)},"events":[{"type":"exploded"}]}`,
      'event 0: exploded.type: exploded is not known',
    ],
    [
      `{"header":${JSON.stringify(header)},"events":[${JSON.stringify(events[0])},{"type":"bytesSent","seq":1,"time":0,"side":"client","provenance":"observed","connectionId":"ws-1","data":{"base64":"?"}}]}`,
      'event 1: bytesSent.data: expected bytes, got an object',
    ],
  ])('says why it cannot be read: %#', (text, reason) => {
    expect(() => traceFromJson(text)).toThrow(TraceFormatError)
    expect(() => traceFromJson(text)).toThrow(reason)
  })
})

describe('what a trace carries', () => {
  it('has its program where it was given', () => {
    const program = { 'client.js': 'new WebSocket("ws://a")\n' }
    const json = traceToJson({ header, program, events })
    expect(traceFromJson(json).program).toEqual(program)
    expect(json.split('\n')).toHaveLength(events.length + 5)
  })

  it('has a program as long as one may be', () => {
    const program = { 'client.js': 'x'.repeat(MAX_SOURCE) }
    expect(traceFromJson(traceToJson({ header, program, events })).program).toEqual(program)
  })

  it('may begin later than its run, where the oldest events were let go', () => {
    const read = traceFromJson(traceToJson({ header, events: events.slice(1) }))
    expect(read.events.map(({ seq }) => seq)).toEqual([1, 2])
  })

  it('is read as version 1 wrote it, before a trace said when it was made', () => {
    const older = JSON.stringify({ ...header, version: 1, startedAt: undefined })
    const json = traceToJson({ header, events }).replace(JSON.stringify(header), older)
    expect(traceFromJson(json).header).toEqual({ ...header, startedAt: null })
  })
})

const written = import.meta.glob<string>('./testing/trace-*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
})

describe.each([1, 2, 3, 4, 5])('a file of version %i', (version) => {
  const file = written[`./testing/trace-${String(version)}.json`] ?? ''

  it('is read as a trace of this version, with every event as it was', () => {
    const read = traceFromJson(file)
    expect(file).toContain(`{"header":{"version":${String(version)},`)
    expect(read.header).toEqual({
      version: TRACE_VERSION,
      clock: 'virtual',
      seed: 1,
      conditions: { latency: 20, jitter: 0, bandwidth: null },
      endpoint: { kind: 'built-in', name: 'network' },
      startedAt: null,
      browser: '',
    })
    const eventsOf = (json: string) => json.slice(json.indexOf('"events":'))
    expect(eventsOf(traceToJson(read))).toBe(eventsOf(file))
    expect(read.events.at(-1)).toMatchObject({ type: 'eventFired', eventType: 'close', code: 1000 })
  })

  it.each([
    ['"seed":1', '"seed":-1', 'header.seed: -1 is not 0 to'],
    ['"browser":""', '"browser":"","weather":"fine"', 'header.weather: not a property of this'],
  ])('is refused where its header is none of its version: %#', (from, to, reason) => {
    expect(() => traceFromJson(file.replace(from, to))).toThrow(reason)
    expect(() => traceFromJson(file.replace(from, to))).toThrow(TraceFormatError)
  })
})

describe('migrate', () => {
  const raise =
    (change: (header: Record<string, unknown>) => void): Migration =>
    (trace) => {
      const next = { ...(trace['header'] as Record<string, unknown>) }
      next['version'] = Number(next['version']) + 1
      change(next)
      return { ...trace, header: next }
    }

  const steps = new Map([
    [1, raise((next) => (next['second'] = true))],
    [2, raise((next) => (next['third'] = true))],
  ])

  it('goes through every version in between', () => {
    expect(migrate({ header: { version: 1 } }, 3, steps)).toEqual({
      header: { version: 3, second: true, third: true },
    })
    expect(migrate({ header: { version: 3 } }, 3, steps)).toEqual({ header: { version: 3 } })
  })

  it('lets an error of its own through', () => {
    const broken = new Map([
      [
        1,
        () => {
          throw new RangeError('broken')
        },
      ],
    ])
    expect(() => migrate({ header: { version: 1 } }, 2, broken)).toThrow(RangeError)
  })

  it('says where the chain is broken', () => {
    expect(() => migrate({ header: { version: 3 } }, 4, steps)).toThrow('version 3 can no longer')
    const lazy = new Map([[1, (trace: Readonly<Record<string, unknown>>) => trace]])
    expect(() => migrate({ header: { version: 1 } }, 2, lazy)).toThrow('did not reach the next')
  })
})

/** What `Buffer` and typed arrays become in plain JSON, back to bytes: for comparison only. */
function toBytes(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('type' in value && value.type === 'Buffer' && 'data' in value)
    return Uint8Array.from(value.data as number[])
  const keys = Object.keys(value)
  const isTyped = keys.length > 0 && keys.every((key, index) => key === String(index))
  return isTyped && !Array.isArray(value) ? Uint8Array.from(Object.values(value)) : value
}
