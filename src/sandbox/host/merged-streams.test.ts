import { expect, it } from 'vitest'
import type { TraceEvent } from '../../core/trace/event.ts'
import { EventStreamValidator } from '../../core/trace/schema.ts'
import { MergedStreams } from './merged-streams.ts'

const event = (seq: number, time: number, cause?: number): TraceEvent => ({
  type: 'pageLifecycle',
  side: 'client',
  provenance: 'observed',
  phase: 'load',
  seq,
  time,
  ...(cause !== undefined && { cause }),
})

function merged() {
  const clock = { now: 0 }
  const timers: { at: number; callback: () => void }[] = []
  const events: TraceEvent[] = []
  const until: number[] = []
  const streams = new MergedStreams({
    now: () => clock.now,
    later: (callback, delay) => timers.push({ at: clock.now + delay, callback }),
    emit(given, computedUntil) {
      events.push(...given)
      until.push(computedUntil)
    },
  })
  const pass = (time: number) => {
    clock.now += time
    for (const timer of timers.splice(0)) {
      if (timer.at <= clock.now) timer.callback()
      else timers.push(timer)
    }
  }
  return { streams, events, until, pass }
}

it('passes on a single stream at once and unchanged', () => {
  const { streams, events, until } = merged()
  const given = [event(0, 1), event(1, 2, 0)]
  streams.accept(given, 3)
  expect(events).toEqual(given)
  expect(until).toEqual([3])
})

it('orders streams by time, numbers them anew, and moves what caused what', () => {
  const { streams, events, pass } = merged()
  streams.accept([event(0, 1)], 1)
  const worker = streams.add()
  streams.accept([event(1, 10), event(2, 30, 0), event(3, 31, 1)], 31)
  worker([event(0, 5), event(1, 20, 0), event(2, 40, 1)], 40)
  expect(events).toHaveLength(1)
  pass(50)
  expect(events.map(({ seq, time, cause }) => [seq, time, cause])).toEqual([
    [0, 1, undefined],
    [1, 5, undefined],
    [2, 10, undefined],
    [3, 20, 1],
    [4, 30, 0],
    [5, 31, 2],
    [6, 40, 3],
  ])
  expect(new EventStreamValidator().accept(events).ok).toBe(true)
})

it('holds no event longer than the window, and redates late ones', () => {
  const { streams, events, until, pass } = merged()
  const worker = streams.add()
  streams.accept([event(0, 100)], 100)
  pass(50)
  expect(events.map(({ time }) => time)).toEqual([100])
  worker([event(0, 60), event(1, 120)], 120)
  pass(50)
  expect(events.map(({ time }) => time)).toEqual([100, 100, 120])
  expect(until).toEqual([100, 120])
})

it('emits everything at the end', () => {
  const { streams, events, pass } = merged()
  const worker = streams.add()
  streams.accept([event(0, 1)], 1)
  let done = false
  streams.finish(() => (done = true))
  pass(20)
  worker([event(0, 2)], 2)
  expect(done).toBe(false)
  pass(30)
  expect(done).toBe(true)
  expect(events).toHaveLength(2)
})
