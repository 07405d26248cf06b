import { expect, test } from 'vitest'
import { Shares } from './shares.ts'

test('who has the most gives one up, and nobody to somebody who has as much', () => {
  const shares = new Shares<number>()
  for (const one of [1, 2, 3]) shares.add('a', one)
  shares.add('b', 4)
  expect([...(shares.largestBeside('c') ?? [])]).toEqual([1, 2, 3])
  expect([...(shares.largestBeside('b') ?? [])]).toEqual([1, 2, 3])
  expect(shares.largestBeside('a')).toBeNull()
  shares.delete('a', 1)
  expect(shares.largestBeside('b')).toBeNull()
  expect([...(shares.largest() ?? [])]).toEqual([2, 3])
  for (const one of [2, 3]) shares.delete('a', one)
  shares.delete('b', 4)
  expect(shares.largest()).toBeNull()
})
