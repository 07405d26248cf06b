import { expect, it } from 'vitest'
import { fewest } from './shrink.ts'

const needs = (...wanted: number[]) => {
  let asked = 0
  const happens = (some: readonly number[]) => {
    asked += 1
    return Promise.resolve(wanted.every((one) => some.includes(one)))
  }
  return { happens, asked: () => asked }
}
const many = Array.from({ length: 16 }, (_, index) => index)

it('keeps what it needs, wherever that is, and nothing else', async () => {
  expect(await fewest(many, needs(3).happens)).toEqual([3])
  expect(await fewest(many, needs(0, 15).happens)).toEqual([0, 15])
  expect(await fewest(many, needs(2, 7, 8).happens)).toEqual([2, 7, 8])
  expect(await fewest(many, needs().happens)).toEqual([])
})

it('needs few trials where little is needed', async () => {
  const { happens, asked } = needs(9)
  await fewest(many, happens)
  expect(asked()).toBeLessThan(20)
})

it('keeps what it has when there are no more trials', async () => {
  expect(await fewest(many, () => Promise.resolve(null))).toEqual(many)
})
