import { expect, it } from 'vitest'
import type { TimerFired } from '../../core/trace/event.ts'
import { LineEvents } from './line-events.ts'

function fired(seq: number, line?: number, file = 'client.js'): TimerFired {
  return {
    type: 'timerFired',
    seq,
    time: seq,
    side: 'client',
    provenance: 'observed',
    timerId: 1,
    kind: 'timeout',
    ...(line === undefined ? {} : { source: { file, line, column: 1 } }),
  }
}

function lineEventsOf(...events: readonly TimerFired[]): LineEvents {
  const lineEvents = new LineEvents()
  for (const event of events) lineEvents.accept(event)
  return lineEvents
}

it('lists the lines that have events, and only those of the file', () => {
  const events = lineEventsOf(
    fired(0, 3),
    fired(1),
    fired(2, 1),
    fired(3, 3),
    fired(4, 1, 'server.js'),
  )
  expect(events.lines('client.js', Infinity)).toEqual([1, 3])
  expect(events.lines('server.js', Infinity)).toEqual([1])
  expect(events.lines('page.html', Infinity)).toEqual([])
})

it('ignores events that have not happened yet', () => {
  const events = lineEventsOf(fired(0, 3), fired(1, 3), fired(2, 5))
  expect(events.lines('client.js', 0)).toEqual([])
  expect(events.lines('client.js', 1)).toEqual([3])
  expect(events.position('client.js', 3, 1, 0)).toEqual({ of: 1, at: 1 })
  expect(events.next('client.js', 3, 1, 0)).toBe(0)
})

it('goes through the events of a line and begins again', () => {
  const events = lineEventsOf(fired(0, 3), fired(1, 4), fired(2, 3))
  const next = (selected: number | null) => events.next('client.js', 3, Infinity, selected)
  expect(next(null)).toBe(0)
  expect(next(0)).toBe(2)
  expect(next(2)).toBe(0)
  expect(next(1)).toBe(0)
  expect(events.next('client.js', 9, Infinity, null)).toBeNull()
})

it('counts the events of a line', () => {
  const events = lineEventsOf(fired(0, 3), fired(1, 4), fired(2, 3))
  expect(events.position('client.js', 3, Infinity, 2)).toEqual({ of: 2, at: 2 })
})

it('takes events that come later', () => {
  const events = lineEventsOf(fired(0, 3))
  events.accept(fired(1, 3))
  expect(events.position('client.js', 3, Infinity, 1)).toEqual({ of: 2, at: 2 })
})

it('forgets the events that the log has released', () => {
  const events = new LineEvents()
  for (let seq = 0; seq < 1000; seq += 1) {
    events.accept(fired(seq, seq < 985 ? 3 : 4))
    events.release(Math.max(0, seq - 9))
  }
  expect(events.lines('client.js', Infinity)).toEqual([4])
  expect(events.next('client.js', 3, Infinity, null)).toBeNull()
  expect(events.position('client.js', 4, Infinity, 990)).toEqual({ of: 10, at: 1 })
  expect(events.next('client.js', 4, Infinity, 999)).toBe(990)
})
