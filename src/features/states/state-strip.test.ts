import { describe, expect, it } from 'vitest'
import { emptyState, foldEvent } from '../../core/trace/state.ts'
import { traceOf, type EventSketch } from '../../core/trace/testing/sketch.ts'
import { stateStrip } from './state-strip.ts'

const connecting: EventSketch = { type: 'readyStateChanged', to: 0, at: 10 }

function stripAt(time: number, ...sketches: EventSketch[]) {
  const state = traceOf(...sketches).reduce(foldEvent, emptyState)
  return stateStrip(state.connections[0] ?? null, time)
}

describe('stateStrip', () => {
  it('shows four states ahead while there is no connection', () => {
    expect(stripAt(0).map(({ look }) => look)).toEqual(['ahead', 'ahead', 'ahead', 'ahead'])
  })

  it('measures the current state up to the playhead, and earlier ones to their end', () => {
    const strip = stripAt(124, connecting, { type: 'readyStateChanged', from: 0, to: 1, at: 91 })
    expect(strip).toEqual([
      { state: 0, name: 'CONNECTING', look: 'past', duration: 81, since: 10 },
      { state: 1, name: 'OPEN', look: 'now', duration: 33, since: 91 },
      { state: 2, name: 'CLOSING', look: 'ahead' },
      { state: 3, name: 'CLOSED', look: 'ahead' },
    ])
  })

  it('marks the states that a failed connection never reached', () => {
    const strip = stripAt(60, connecting, { type: 'readyStateChanged', from: 0, to: 3, at: 50 })
    expect(strip.map(({ look }) => look)).toEqual(['past', 'skipped', 'skipped', 'now'])
  })

  it('never shows a negative time, even if a step is before the time of its state', () => {
    expect(stripAt(0, connecting)[0]?.duration).toBe(0)
  })
})
