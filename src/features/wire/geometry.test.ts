import { describe, expect, it } from 'vitest'
import { lanesOf, lineOf, middleOf } from './geometry.ts'

const lanes = { width: 500, code: 60, browser: 192, server: 408 }

describe('lineOf', () => {
  it('goes from the row of its departure down to the row of its arrival', () => {
    const arrow = { departure: { row: 0, seq: 0 }, arrival: { row: 1, seq: 1 } }
    expect(lineOf({ direction: 'out', ...arrow }, lanes, 1)).toEqual({
      path: 'M200.0 20.0L300.0 32.0L400.0 60.0',
      open: false,
    })
    expect(lineOf({ direction: 'in', ...arrow }, lanes, 1).path).toBe(
      'M400.0 20.0L300.0 32.0L200.0 60.0',
    )
  })

  it('has gone as far as the playhead says', () => {
    const arrow = { departure: { row: 0, seq: 0 }, arrival: { row: 5, seq: 9 } }
    expect(lineOf({ direction: 'out', ...arrow }, lanes, 0.5)).toEqual({
      path: 'M200.0 20.0L300.0 34.0',
      open: true,
    })
  })

  it('reaches the other lane, though nobody saw it leave or arrive', () => {
    const unseen = { direction: 'in', arrival: { row: 2, seq: 4 } } as const
    expect(lineOf(unseen, lanes, 1)).toEqual({ path: 'M400.0 72.0L200.0 100.0', open: true })
    expect(middleOf(2)).toBe(100)
  })
})

describe('lanesOf', () => {
  it.each([320, 390, 596, 900])('keeps its lanes in order and apart in %d pixels', (width) => {
    const { code, browser, server } = lanesOf(width)
    expect(browser - code).toBeGreaterThan(80)
    expect(server - browser).toBeGreaterThan(140)
    expect(server).toBeLessThan(width)
  })
})
