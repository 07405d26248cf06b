import { expect, it } from 'vitest'
import { stepAfter } from './bit-lamps.ts'

it('goes on and back, and stays at the ends', () => {
  expect(stepAfter(1, 1, 3)).toBe(2)
  expect(stepAfter(3, 1, 3)).toBe(3)
  expect(stepAfter(1, -1, 3)).toBe(1)
})
