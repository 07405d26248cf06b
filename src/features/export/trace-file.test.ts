import { describe, expect, it } from 'vitest'
import { traceFromJson } from '../../core/trace/export/read-json.ts'
import type { TraceHeader } from '../../core/trace/header.ts'
import { TRACE_VERSION } from '../../core/trace/trace-versions.ts'
import { everyEvent } from '../../core/trace/testing/samples.ts'
import { TRACE_FILE_FORMATS, traceFile, traceFileName } from './trace-file.ts'

const header: TraceHeader = {
  version: TRACE_VERSION,
  clock: 'real',
  seed: null,
  conditions: null,
  endpoint: { kind: 'live', name: 'Live' },
  startedAt: new Date(2026, 10, 20, 9, 5).getTime(),
  browser: 'test',
}

describe('traceFile', () => {
  it.each(TRACE_FILE_FORMATS)('writes every kind of event as %s', (format) => {
    const { parts } = traceFile(format, { header, events: everyEvent() })
    expect(parts.reduce((length, part) => length + part.length, 0)).toBeGreaterThan(500)
  })

  it('writes a trace that can be opened again', () => {
    const program = { 'client.js': 'new WebSocket("ws://a")' }
    const { parts } = traceFile('json', { header, program, events: everyEvent() })
    const read = traceFromJson(parts.join(''))
    expect(read).toEqual({ header, program, events: everyEvent() })
  })
})

describe('traceFileName', () => {
  it('says what was run and when', () => {
    expect(traceFileName('json', header, 'first-echo', 0)).toBe(
      'upgrade-101-first-echo-2026-11-20-0905.trace.json',
    )
    const now = new Date(2027, 0, 2, 13, 30).getTime()
    expect(traceFileName('pcapng', { ...header, startedAt: null }, 'play', now)).toBe(
      'upgrade-101-play-2027-01-02-1330.pcapng',
    )
  })
})
