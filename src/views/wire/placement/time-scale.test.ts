import { describe, expect, it } from 'vitest'
import { FOLD_HEIGHT, TimeScale } from './time-scale.ts'

/** A scale of one pixel a millisecond over rows at these times. */
function scaleOf(times: readonly number[], busy: readonly (readonly [number, number])[] = []) {
  const rows = { first: 0, end: times.length, timeOf: (row: number) => times[row] ?? 0 }
  const inFlight = {
    covers: (from: number, to: number) => busy.some(([start, end]) => start <= from && end >= to),
  }
  const scale = new TimeScale(1)
  scale.extend({ rows, inFlight })
  return scale
}

describe('TimeScale', () => {
  it('puts times to scale', () => {
    const scale = scaleOf([0, 40, 80])
    expect([0, 40, 80].map((time) => scale.yOf(time))).toEqual([0, 40, 80])
    expect(scale.timeAt(60)).toBe(60)
  })

  it('folds a long stretch without events, except a little at its ends', () => {
    const scale = scaleOf([0, 100, 10_100, 10_140])
    expect(scale.foldsBetween(0, 1e9)).toEqual([{ from: 166, to: 10_078, y: 166 }])
    expect(scale.yOf(10_100)).toBe(166 + FOLD_HEIGHT + 22)
    expect(scale.yOf(10_140) - scale.yOf(10_100)).toBe(40)
  })

  it('finds the time at a place, in folds too', () => {
    const scale = scaleOf([0, 100, 10_100, 60_000])
    for (const time of [0, 99, 166, 5000, 10_078, 10_099, 10_166, 30_000, 59_990])
      expect(scale.timeAt(scale.yOf(time))).toBeCloseTo(time, 6)
  })

  it('does not fold while something is in flight, so slopes stay true', () => {
    const scale = scaleOf([0, 5000], [[0, 5000]])
    expect(scale.foldsBetween(0, 1e9)).toEqual([])
  })

  it('unfolds a stretch in which something turns out to have been in flight', () => {
    const scale = scaleOf([0, 5000])
    const rows = { first: 0, end: 3, timeOf: (row: number) => [0, 5000, 5001][row] ?? 0 }
    scale.extend({ rows, inFlight: { covers: () => true } })
    expect(scale.foldsBetween(0, 1e9)).toEqual([])
    expect(scale.unfolded).toBe(1)
  })

  it('has ticks at round times, and none in a fold', () => {
    expect(scaleOf([0, 90, 180, 300]).ticksBetween(0, 300, 64)).toEqual([0, 100, 200, 300])
    const ticks = scaleOf([0, 100, 10_100]).ticksBetween(0, 300, 64)
    expect(ticks.filter((tick) => tick > 166 && tick < 10_078)).toEqual([])
    expect(ticks).toContain(10_100)
  })
})
