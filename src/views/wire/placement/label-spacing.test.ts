import { describe, expect, it } from 'vitest'
import { LabelSpacing, LABEL_HEIGHT } from './label-spacing.ts'

describe('LabelSpacing', () => {
  it('leaves labels at their moments while there is room', () => {
    const spacing = new LabelSpacing()
    expect([0, 30, 90].map((y) => spacing.place('code', y))).toEqual([0, 30, 90])
  })

  it('moves labels down that would cover others', () => {
    const spacing = new LabelSpacing()
    expect([0, 0, 5].map((y) => spacing.place('code', y))).toEqual([
      0,
      LABEL_HEIGHT,
      2 * LABEL_HEIGHT,
    ])
  })

  it('keeps lanes apart', () => {
    const spacing = new LabelSpacing()
    expect([spacing.place('left', 0), spacing.place('right', 0)]).toEqual([0, 0])
  })

  it('shows no label far from its moment, and has room for the number of hidden ones', () => {
    const spacing = new LabelSpacing()
    const places = Array.from({ length: 9 }, () => spacing.place('code', 0))
    expect(places.filter((place) => place !== null)).toHaveLength(5)
    expect(spacing.endOf('code')).toBe(5 * LABEL_HEIGHT)
    expect(spacing.place('code', 60)).toBe(6 * LABEL_HEIGHT)
  })

  it('finds room for a label across the lanes, below all others', () => {
    const spacing = new LabelSpacing()
    spacing.place('right', 0)
    expect(spacing.placeAcross(5)).toBe(LABEL_HEIGHT)
    expect(spacing.place('code', 0)).toBe(2 * LABEL_HEIGHT)
  })

  it('goes on from a kept state', () => {
    const one = new LabelSpacing()
    one.place('code', 0)
    expect(new LabelSpacing(one.state).place('code', 0)).toBe(one.place('code', 0))
  })
})
