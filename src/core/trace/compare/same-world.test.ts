import { describe, expect, it } from 'vitest'
import { runProgram, scenario } from '../../../in-page-network/testing/run-program.ts'
import type { VirtualNetwork } from '../../../in-page-network/network.ts'
import { describeEvent } from '../describe/index.ts'
import type { TraceEvent } from '../event.ts'
import type { PlannedIntervention } from '../intervention.ts'
import { TraceLog } from '../log.ts'
import type { ComparedTrace, Comparison } from './comparison.ts'
import { compareSameWorld } from './same-world.ts'
import { TRACE_VERSION } from '../trace-versions.ts'

/** Two messages, the second when the first came back; then it closes. */
function echoTwice({ WebSocket }: VirtualNetwork) {
  const ws = new WebSocket('ws://echo.example')
  const texts = ['Hello', 'again']
  ws.onopen = () => ws.send(texts.shift() ?? '')
  ws.onmessage = () => {
    const next = texts.shift()
    if (next === undefined) ws.close(1000)
    else ws.send(next)
  }
}

const header = {
  version: TRACE_VERSION,
  clock: 'virtual',
  seed: 1,
  conditions: null,
  endpoint: { kind: 'built-in', name: 'echo' },
  startedAt: null,
  browser: '',
} as const

function compared(events: readonly TraceEvent[], knownUntil?: number): ComparedTrace {
  const log = new TraceLog()
  for (const event of events) log.append(event)
  return { header, log, ...(knownUntil === undefined ? {} : { knownUntil }) }
}

async function withAndWithout(...interventions: PlannedIntervention[]) {
  const options = { until: 10_000 }
  const here = await runProgram(scenario('echo'), echoTwice, options)
  const there = await runProgram(scenario('echo'), echoTwice, { ...options, interventions })
  const logs = { here: compared(here), there: compared(there) }
  return { ...logs, comparison: compareSameWorld(logs.here, logs.there) }
}

function sentenceOf({ log }: ComparedTrace, seq: number | null): string {
  const event = seq === null ? undefined : log.get(seq)
  if (event === undefined) return ''
  const { key, detail = '' } = describeEvent(event)
  return `${event.side} ${key.slice('log.event.'.length)} ${detail}`.trimEnd()
}

function rowsOf({
  here,
  there,
  comparison,
}: {
  here: ComparedTrace
  there: ComparedTrace
  comparison: Comparison
}): string[] {
  return comparison.rows.map(
    (row) =>
      `${row.kind}: ${row.here === null ? sentenceOf(there, row.there) : sentenceOf(here, row.here)}`,
  )
}

const findings = ({ findings }: Comparison) => findings.map(({ key }) => key)

describe('two runs of one world', () => {
  it('agree octet for octet when nothing was done', async () => {
    const { comparison } = await withAndWithout()
    expect(comparison.first).toBeNull()
    expect(comparison.counts.agrees).toBe(comparison.rows.length)
    expect(findings(comparison)).toEqual(['identical'])
  })

  it('agree up to the frame that is lost, and then say what came of it', async () => {
    const plain = await runProgram(scenario('echo'), echoTwice, { until: 10_000 })
    const text = plain.find((event) => event.type === 'frameSent' && event.side === 'client')
    const result = await withAndWithout({ kind: 'dropFrame', seq: text?.seq ?? -1 })
    const { comparison } = result
    const rows = rowsOf(result)
    const first = comparison.first ?? -1
    expect(rows.slice(0, first).every((row) => row.startsWith('agrees'))).toBe(true)
    expect(rows[first - 1]).toBe('agrees: client frameSent.whole “Hello”')
    expect(rows[first]).toBe('onlyThere: client intervention.dropFrame')
    expect(rows.slice(first + 1).every((row) => row.startsWith('onlyHere'))).toBe(true)
    expect(rows).toContain('onlyHere: server messageReceived.text “Hello”')
    expect(findings(comparison)).toEqual([
      'samePrefix',
      'frameLost',
      'messages.out',
      'messages.in',
      'closed.onlyHere',
    ])
    expect(comparison.findings[1]).toMatchObject({
      params: { frame: 'TEXT “Hello”' },
      connectionId: 'ws-1',
      row: first,
    })
    expect(comparison.findings[3]?.params).toEqual({ here: 2, there: 0 })
  })

  it('say how a cut connection ended in either', async () => {
    const { comparison } = await withAndWithout({ kind: 'cut', time: 130, how: 'rst' })
    expect(findings(comparison)).toContain('cut')
    const closed = comparison.findings.find(({ key }) => key === 'closed.differs')
    expect(closed?.params).toEqual({ here: '1000', there: '1006' })
  })

  it('pair what only came later, and say by how much', async () => {
    const result = await withAndWithout({ kind: 'stallServer', time: 90, duration: 500 })
    const { comparison } = result
    expect(comparison.counts).toMatchObject({ differs: 0, onlyHere: 0, onlyThere: 1 })
    expect(comparison.counts.moved).toBeGreaterThan(10)
    const later = comparison.findings.find(({ key }) => key.startsWith('later'))
    expect(later?.params['by']).toBeGreaterThan(400)
    expect(rowsOf(result)[comparison.first ?? -1]).toBe(
      'onlyThere: server intervention.stallServerFor',
    )
  })

  it('are compared no further than both are known', async () => {
    const here = await runProgram(scenario('echo'), echoTwice, { until: 10_000 })
    const there = here.filter(({ time }) => time <= 100)
    const cutShort = compareSameWorld(compared(here), compared(there, 100))
    expect(cutShort.counts).toMatchObject({ onlyHere: 0, onlyThere: 0 })
    expect(findings(cutShort)).toEqual(['identical', 'knownUntil'])
  })

  it('are compared from the oldest event that both still hold', async () => {
    const events = await runProgram(scenario('echo'), echoTwice, { until: 10_000 })
    const short = new TraceLog({ events: 40, bytes: Infinity })
    for (const event of events) short.append(event)
    const comparison = compareSameWorld({ header, log: short }, compared(events))
    expect(comparison.first).toBeNull()
    expect(findings(comparison)).toEqual(['released', 'identical'])
  })
})
