import { describe, expect, it } from 'vitest'
import { Crowd, WORD_HEIGHT } from './crowd.ts'

describe('Crowd', () => {
  it('leaves words where they want to be while there is room', () => {
    const crowd = new Crowd()
    expect([0, 30, 90].map((y) => crowd.take('code', y))).toEqual([0, 30, 90])
  })

  it('moves words down that would cover others', () => {
    const crowd = new Crowd()
    expect([0, 0, 5].map((y) => crowd.take('code', y))).toEqual([0, WORD_HEIGHT, 2 * WORD_HEIGHT])
  })

  it('keeps lanes apart', () => {
    const crowd = new Crowd()
    expect([crowd.take('left', 0), crowd.take('right', 0)]).toEqual([0, 0])
  })

  it('shows no word far from its moment, and has room for the number of those', () => {
    const crowd = new Crowd()
    const places = Array.from({ length: 9 }, () => crowd.take('code', 0))
    expect(places.filter((place) => place !== null)).toHaveLength(5)
    expect(crowd.endOf('code')).toBe(5 * WORD_HEIGHT)
    expect(crowd.take('code', 60)).toBe(6 * WORD_HEIGHT)
  })

  it('finds room for what reaches across the lanes, below all that is there', () => {
    const crowd = new Crowd()
    crowd.take('right', 0)
    expect(crowd.takeAll(5)).toBe(WORD_HEIGHT)
    expect(crowd.take('code', 0)).toBe(2 * WORD_HEIGHT)
  })

  it('goes on from a state that was kept', () => {
    const one = new Crowd()
    one.take('code', 0)
    expect(new Crowd(one.state).take('code', 0)).toBe(one.take('code', 0))
  })
})
