import { expect, test } from 'vitest'
import { Rate } from './rate.ts'

test("gives a second's worth at once, then what time brings", () => {
  const rate = new Rate(10, 1000)
  expect(rate.isFull(1000)).toBe(true)
  expect(rate.take(10, 1000)).toBe(true)
  expect(rate.take(1, 1000)).toBe(false)
  expect(rate.take(1, 1100)).toBe(true)
  expect(rate.take(1, 1150)).toBe(false)
  expect(rate.isFull(2149)).toBe(false)
  expect(rate.isFull(2150)).toBe(true)
})

test('never saves up more than a second', () => {
  const rate = new Rate(10, 0)
  expect(rate.take(11, 60_000)).toBe(false)
  expect(rate.take(10, 61_000)).toBe(true)
})
