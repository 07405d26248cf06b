import { expect, it } from 'vitest'
import { readyStateName } from './ready-state.ts'

it('names the four states, and gives any other number as it is', () => {
  expect([0, 1, 2, 3].map(readyStateName)).toEqual(['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'])
  expect(readyStateName(4)).toBe('4')
})
