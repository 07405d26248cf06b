import { describe, expect, it } from 'vitest'
import type { TraceHeader } from '../header.ts'
import { traceOf } from '../testing/sketch.ts'
import { traceFromJson, traceToJson } from './json.ts'
import { migrate, TraceFormatError, type Migration } from './migrate.ts'

const header: TraceHeader = {
  version: 1,
  clock: 'virtual',
  seed: 101,
  conditions: { latency: 40, jitter: 0, bandwidth: null },
  endpoint: { kind: 'built-in', name: 'echo' },
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

describe('a trace as JSON', () => {
  it('comes back as it was', () => {
    const read = traceFromJson(traceToJson({ header, events }))
    expect(read.header).toEqual(header)
    expect(read.events).toEqual(JSON.parse(JSON.stringify(events), toBytes))
    expect(read.events[1]).toEqual(events[1])
    expect(traceToJson(read)).toBe(traceToJson({ header, events }))
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
    ['{"header":{"version":1}}', 'header.clock: missing'],
    [
      `{"header":${JSON.stringify(header)},"events":[{"type":"exploded"}]}`,
      'exploded.type: exploded is not known',
    ],
    [
      `{"header":${JSON.stringify(header)},"events":[{"data":{"base64":"?"}}]}`,
      'the bytes of an event are not Base64',
    ],
  ])('says why it cannot be read: %#', (text, reason) => {
    expect(() => traceFromJson(text)).toThrow(TraceFormatError)
    expect(() => traceFromJson(text)).toThrow(reason)
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
