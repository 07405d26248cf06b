import { describe, expect, it } from 'vitest'
import { lanesOf, ribbonOf } from './lanes.ts'

describe('lanesOf', () => {
  it.each([320, 390, 596, 900])('keeps its lanes in order and apart in %d pixels', (width) => {
    for (const columns of [1, 6]) {
      for (const serverSpeaks of [false, true]) {
        const lanes = lanesOf(width, columns, serverSpeaks)
        expect(lanes.browser - lanes.code).toBeGreaterThan(80)
        expect(ribbonOf(lanes, columns - 1)).toBe(lanes.lastRibbon)
        expect(lanes.server - lanes.lastRibbon).toBeGreaterThan(100)
        expect(lanes.serverProgram ?? lanes.server).toBeLessThan(width)
      }
    }
  })

  it('gives the server program a lane if there is room and need', () => {
    expect(lanesOf(596, 1, true).serverProgram).toBeGreaterThan(0)
    expect(lanesOf(596, 1, false).serverProgram).toBeUndefined()
    expect(lanesOf(390, 1, true).serverProgram).toBeUndefined()
  })
})
