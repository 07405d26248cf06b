import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { traceHeader } from '../header.ts'
import { TRACE_SHAPES, TRACE_VERSION } from '../trace-versions.ts'
import { remoteValueKinds } from '../remote-value.ts'
import { isTraceEvent } from '../schema.ts'
import { everyEvent } from '../testing/samples.ts'
import { byteLengthOf } from './looks.ts'
import { EVENT_TYPES, sizeOfEvent, traitsOf, TRAITS, withoutBody } from './traits.ts'

describe('the shapes of a trace', () => {
  const forms = [
    traceHeader.form,
    remoteValueKinds.form,
    ...EVENT_TYPES.map((type) => `${type} ${TRAITS[type].shape.form ?? ''}`).sort(),
  ]

  it('are those of TRACE_VERSION: raise it where they change, and note their hash beside it', () => {
    const hash = createHash('sha256').update(`${String(TRACE_VERSION)}\n${forms.join('\n')}`)
    expect(hash.digest('hex').slice(0, 16)).toBe(TRACE_SHAPES)
  })

  it('are written as types throughout', () => {
    expect(forms.filter((form) => form?.includes('unknown') ?? true)).toEqual([])
  })

  it('accept the samples, of which every type has one', () => {
    expect(new Set(everyEvent().map(({ type }) => type))).toEqual(new Set(EVENT_TYPES))
    expect(everyEvent().filter((event) => !isTraceEvent(event))).toEqual([])
  })
})

describe('withoutBody', () => {
  const base = { seq: 0, time: 0, side: 'client', provenance: 'observed' } as const
  const chunk = { ...base, connectionId: 'ws-1', type: 'bytesSent' } as const

  it('leaves an event that is valid, of the same size to the reader, and smaller to keep', () => {
    const whole = { ...chunk, data: new Uint8Array(1000) }
    const emptied = withoutBody(whole)
    expect(isTraceEvent(emptied)).toBe(true)
    expect([byteLengthOf(emptied), sizeOfEvent(whole) - sizeOfEvent(emptied)]).toEqual([1000, 1000])
    expect(traitsOf(emptied).fields).toHaveProperty('data')
    expect(traitsOf(emptied).fields['data']?.read(emptied)).toBeUndefined()
    expect(traitsOf(emptied).fields['size']?.read(emptied)).toBe(1000)
  })

  it('leaves what is small, what has no body, and what lost it already', () => {
    const few = { ...chunk, data: new Uint8Array(100) }
    expect(withoutBody(few)).toBe(few)
    for (const event of everyEvent()) expect(withoutBody(event)).toBe(event)
    const emptied = withoutBody({ ...chunk, data: new Uint8Array(1000) })
    expect(withoutBody(emptied)).toBe(emptied)
  })
})

describe('sizeOfEvent', () => {
  it('counts bytes exactly and texts as UTF-16, plus a flat rate for each event', () => {
    const base = { seq: 0, time: 0, side: 'client', provenance: 'observed' } as const
    const message = { ...base, connectionId: 'ws-1', type: 'messageSent', byteLength: 2 } as const
    const empty = sizeOfEvent({ ...base, type: 'pageLifecycle', phase: 'load' })
    expect(sizeOfEvent({ ...message, data: { kind: 'text', text: 'hi' } })).toBe(empty + 4)
    const bytes = new Uint8Array(1000)
    expect(sizeOfEvent({ ...message, data: { kind: 'binary', bytes } })).toBe(empty + 1000)
    const list = { kind: 'bytes', className: 'Blob', bytes, byteLength: 1000 } as const
    const printed = { ...base, type: 'consoleMessage', level: 'log', arguments: [list] } as const
    expect(sizeOfEvent(printed)).toBe(empty + 64 + 1000)
  })
})

describe('the fields of an event', () => {
  it('read each sample as a value of their kind', () => {
    for (const event of everyEvent()) {
      for (const [name, { kind, read }] of Object.entries(traitsOf(event).fields)) {
        const value = read(event)
        if (value !== undefined) expect(typeof value, `${event.type}.${name}`).toBe(kind)
      }
    }
  })
})
