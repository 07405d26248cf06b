import { expect, it } from 'vitest'
import { hintsInOrder } from './hints-in-order.ts'

const failedWith = (hint: string) => ({
  checkId: 'check',
  explanation: { key: 'missing', params: {}, hint },
})

it('the hint of the failure comes first', () => {
  expect(hintsInOrder(['a', 'b', 'c'], [failedWith('c')])).toEqual(['c', 'a', 'b'])
})

it('of several failures, the gentler hint comes first', () => {
  const failures = [failedWith('c'), failedWith('b')]
  expect(hintsInOrder(['a', 'b', 'c'], failures)).toEqual(['b', 'c', 'a'])
})

it('a hint that the task does not have is left out', () => {
  expect(hintsInOrder(['a', 'b'], [failedWith('other')])).toEqual(['a', 'b'])
})
