import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../../core/trace/event.ts'
import { TraceLog } from '../../core/trace/log.ts'
import { everyEvent } from '../../core/trace/testing/every-event.ts'
import { traceFrom, type EventSketch } from '../../core/trace/testing/sketch.ts'
import { LogRows } from './log-rows.ts'

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

function rowsOf(rows: LogRows, before: number): (number | undefined)[] {
  return Array.from({ length: rows.countBefore(before) }, (_, index) => rows.eventAt(index)?.seq)
}

describe('LogRows', () => {
  it('holds what the filter lets through, and shows it up to the playhead', () => {
    const log = logOf(timers(6))
    const rows = new LogRows(log, (_, group) => group === 'console')
    rows.scan(never)
    expect(rowsOf(rows, log.nextSeq)).toEqual([1, 3, 5])
    expect(rowsOf(rows, 4)).toEqual([1, 3])
    expect(rows.indexOf(3)).toBe(1)
    expect(rows.indexOf(2)).toBe(-1)
  })

  it('counts the groups up to the playhead, whatever the filter hides', () => {
    const log = logOf(timers(6))
    const rows = new LogRows(log, never)
    rows.scan(never)
    expect(rows.groupCountBefore('timers', 3)).toBe(2)
    expect(rows.hasGroup('timers')).toBe(true)
    expect(rows.hasGroup('frames')).toBe(false)
  })

  it('shows each event to the filter once as the log grows', () => {
    const events = timers(10)
    const log = logOf(events.slice(0, 4))
    const asked: number[] = []
    const rows = new LogRows(log, (event) => asked.push(event.seq) > 0)
    rows.scan(never)
    for (const event of events.slice(4)) log.append(event)
    rows.scan(never)
    expect(asked).toEqual(events.map(({ seq }) => seq))
  })

  it('stops when it is late and goes on from there', () => {
    const log = logOf(timers(2000))
    const rows = new LogRows(log, everything)
    let calls = 0
    const isLate = () => (calls += 1) > 0
    expect(rows.scan(isLate)).toBe(false)
    expect(rows.countBefore(Infinity)).toBeLessThan(2000)
    while (!rows.scan(isLate));
    expect(rowsOf(rows, Infinity)).toEqual(Array.from({ length: 2000 }, (_, seq) => seq))
  })

  it('lets go of what a full log lets go of', () => {
    const events = timers(10)
    const log = logOf(events.slice(0, 5), 5)
    const rows = new LogRows(log, everything)
    rows.scan(never)
    for (const event of events.slice(5, 8)) log.append(event)
    expect(rows.release()).toBe(3)
    rows.scan(never)
    expect(rowsOf(rows, Infinity)).toEqual([3, 4, 5, 6, 7])
    expect(rows.groupCountBefore('timers', Infinity)).toBe(2)
  })

  it('starts over with another filter', () => {
    const log = logOf(everyEvent())
    const rows = new LogRows(log, never)
    rows.scan(never)
    expect(rows.countBefore(Infinity)).toBe(0)
    rows.filter(everything)
    rows.scan(never)
    expect(rows.countBefore(Infinity)).toBe(log.length)
  })
})
