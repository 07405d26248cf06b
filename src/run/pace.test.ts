import { describe, expect, it } from 'vitest'
import { Pace } from './pace.ts'

describe('how far a world is computed', () => {
  it('is a minute beyond the playhead, asked for in steps', () => {
    const pace = new Pace(false)
    expect(pace.computeUntilFor(0, 1)).toBe(60_000)
    expect(pace.computeUntilFor(16, 1)).toBeNull()
    expect(pace.computeUntilFor(4_999, 1)).toBeNull()
    expect(pace.computeUntilFor(5_000, 1)).toBe(65_000)
  })

  it('is a few frames beyond the playhead if a user acts on the page, more at a higher speed', () => {
    const pace = new Pace(true)
    expect(pace.computeUntilFor(0, 1)).toBe(50)
    expect(pace.computeUntilFor(16, 1)).toBe(66)
    expect(pace.computeUntilFor(16, 1)).toBeNull()
    expect(pace.computeUntilFor(32, 10)).toBe(532)
  })

  it('goes on from the end in small steps to find the next event', () => {
    const pace = new Pace(true)
    pace.computeUntilFor(0, 1)
    expect(pace.toFindMore(50)).toBe(100)
    expect(pace.toFindMore(50)).toBeNull()
    expect(pace.toFindMore(100)).toBe(150)
  })

  it('is another minute for a viewer who goes to the end, where the world has none', () => {
    const pace = new Pace(true)
    pace.computeUntilFor(1_000, 1)
    expect(pace.forTheEnd(1_000, null)).toBe(61_000)
    expect(new Pace(false).forTheEnd(0, null)).toBe(60_000)
  })

  it('is all of a world that has an end, for a viewer who goes there', () => {
    expect(new Pace(true).forTheEnd(1_000, 260_000)).toBe(260_000)
    expect(new Pace(false).forTheEnd(0, 10_000)).toBe(60_000)
  })
})
