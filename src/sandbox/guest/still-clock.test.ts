import { expect, it } from 'vitest'
import type { TraceEventDraft } from '../../core/trace/event.ts'
import { MAX_CHAIN, watchStillClock } from './still-clock.ts'

function watched() {
  const clock = { time: 0 }
  const stuck: number[] = []
  let seq = 0
  const recorder = watchStillClock(
    { record: () => seq++ },
    () => clock.time,
    (timers) => stuck.push(timers),
  )
  const timer = (type: 'timerSet' | 'timerFired', timerId: number): TraceEventDraft => {
    const base = { side: 'server', provenance: 'observed', timerId, kind: 'immediate' } as const
    return type === 'timerSet' ? { ...base, type, delay: 0 } : { ...base, type }
  }
  return {
    clock,
    stuck,
    set: (id: number) => recorder.record(timer('timerSet', id)),
    fire: (id: number) => recorder.record(timer('timerFired', id)),
  }
}

it('reports once that each timer sets the next and time does not advance', () => {
  const { stuck, set, fire } = watched()
  set(0)
  for (let id = 0; id <= MAX_CHAIN; id += 1) {
    fire(id)
    set(id + 1)
  }
  expect(stuck).toEqual([MAX_CHAIN])
})

it('lets many timers fire at one time that were set together', () => {
  const { stuck, set, fire } = watched()
  for (let id = 0; id < 2 * MAX_CHAIN; id += 1) set(id)
  for (let id = 0; id < 2 * MAX_CHAIN; id += 1) fire(id)
  expect(stuck).toEqual([])
})

it('allows an endless chain while time advances', () => {
  const { stuck, clock, set, fire } = watched()
  for (let id = 0; id < 2 * MAX_CHAIN; id += 1) {
    set(id)
    clock.time += 1
    fire(id)
  }
  expect(stuck).toEqual([])
})
