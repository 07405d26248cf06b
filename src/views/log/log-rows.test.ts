import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../../core/trace/event.ts'
import { TraceLog } from '../../core/trace/log.ts'
import { everyEvent } from '../../core/trace/testing/samples.ts'
import { traceFrom, type EventSketch } from '../../core/trace/testing/sketch.ts'
import { GroupCounts, LogRows, type EventFilter } from './log-rows.ts'

const never = () => false
const everything = () => true

function logOf(events: readonly TraceEvent[], limit = 200_000): TraceLog {
  const log = new TraceLog({ events: limit, bytes: Infinity })
  for (const event of events) log.append(event)
  return log
}

function timers(count: number): TraceEvent[] {
  return traceFrom(
    Array.from({ length: count }, (_, index): EventSketch => {
      const kind = 'timeout'
      return index % 2 === 0
        ? { type: 'timerFired', timerId: index, kind }
        : { type: 'consoleMessage', level: 'log', arguments: [] }
    }),
  )
}

function rowsOf(log: TraceLog, accepts: EventFilter): LogRows {
  const rows = new LogRows(log, accepts)
  for (const event of log.slice()) rows.accept(event)
  return rows
}

function seqs(rows: LogRows, before: number): (number | undefined)[] {
  return Array.from({ length: rows.countBefore(before) }, (_, index) => rows.eventAt(index)?.seq)
}

describe('LogRows', () => {
  it('keeps the rows of the skeleton above those that the log still holds', () => {
    const created: EventSketch = { type: 'created', url: 'ws://example.com/', protocols: [] }
    const ticks = Array.from({ length: 10 }, (_, timerId): EventSketch => {
      return { type: 'timerFired', timerId, kind: 'timeout' }
    })
    const events = traceFrom([created, ...ticks])
    const log = logOf([], 4)
    const rows = new LogRows(log, everything)
    for (const event of events) {
      log.append(event)
      rows.accept(event)
    }
    rows.release(log.firstSeq)
    expect(seqs(rows, 11)).toEqual([0, 7, 8, 9, 10])
    expect([0, 3, 7, 10].map((seq) => rows.indexOf(seq))).toEqual([0, -1, 1, 4])
    expect(rows.released).toBe(6)
    const anew = new LogRows(log, everything, log.skeleton)
    for (const event of log.slice()) anew.accept(event)
    expect(seqs(anew, 11)).toEqual([0, 7, 8, 9, 10])
  })

  it('holds what the filter lets through, and shows it up to the playhead', () => {
    const log = logOf(timers(6))
    const rows = rowsOf(log, (_, group) => group === 'console')
    expect(seqs(rows, log.nextSeq)).toEqual([1, 3, 5])
    expect(seqs(rows, 4)).toEqual([1, 3])
    expect(rows.indexOf(3)).toBe(1)
    expect(rows.indexOf(2)).toBe(-1)
  })

  it('shows each event to the filter once', () => {
    const events = timers(10)
    const asked: number[] = []
    rowsOf(logOf(events), (event) => asked.push(event.seq) > 0)
    expect(asked).toEqual(events.map(({ seq }) => seq))
  })

  it('drops what a full log releases', () => {
    const events = timers(10)
    const log = logOf(events.slice(0, 5), 5)
    const rows = rowsOf(log, everything)
    for (const event of events.slice(5, 8)) {
      log.append(event)
      rows.accept(event)
    }
    rows.release(log.firstSeq)
    expect(rows.released).toBe(3)
    expect(seqs(rows, Infinity)).toEqual([3, 4, 5, 6, 7])
  })

  it('is empty if the filter lets nothing through, and whole if it lets everything through', () => {
    const log = logOf(everyEvent())
    expect(rowsOf(log, never).countBefore(Infinity)).toBe(0)
    expect(rowsOf(log, everything).countBefore(Infinity)).toBe(log.length)
  })
})

describe('GroupCounts', () => {
  it('counts the groups up to the playhead', () => {
    const counts = new GroupCounts()
    for (const event of timers(6)) counts.accept(event)
    expect(counts.before(3)).toEqual([
      { group: 'timers', count: 2 },
      { group: 'console', count: 1 },
    ])
  })

  it('counts what a full log still holds', () => {
    const counts = new GroupCounts()
    for (const event of timers(8)) counts.accept(event)
    counts.release(3)
    expect(counts.before(Infinity)).toContainEqual({ group: 'timers', count: 2 })
  })
})
