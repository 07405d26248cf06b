import { describe, expect, it } from 'vitest'
import type { Chart } from './chart.ts'
import { indexAt, neighbour } from './read-out.ts'

const chart = (shape: Chart['shape'], times: readonly number[]): Chart => ({
  id: 'bytes',
  unit: 'bytes',
  shape,
  times,
  lines: [],
  isEmpty: false,
})

describe('indexAt', () => {
  it('is the last step until a time', () => {
    const steps = chart('steps', [0, 10, 10, 30])
    expect([-1, 0, 9, 10, 29, 99].map((time) => indexAt(steps, time))).toEqual([-1, 0, 0, 2, 2, 3])
  })

  it('is the nearest point', () => {
    const points = chart('points', [5, 10, 30])
    expect([0, 7, 8, 21, 99].map((time) => indexAt(points, time))).toEqual([0, 0, 1, 2, 2])
    expect(indexAt(chart('points', []), 5)).toBe(-1)
  })
})

describe('neighbour', () => {
  const steps = chart('steps', [0, 10, 10, 30])

  it('goes to another time, and stays at either end', () => {
    expect(neighbour(steps, 0, 1)).toBe(2)
    expect(neighbour(steps, 2, 1)).toBe(3)
    expect(neighbour(steps, 3, 1)).toBe(3)
    expect(neighbour(steps, 3, -1)).toBe(2)
    expect(neighbour(steps, 2, -1)).toBe(0)
    expect(neighbour(steps, 0, -1)).toBe(0)
  })
})
