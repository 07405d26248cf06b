import { expect, it } from 'vitest'
import { MAX_CREDIT, MAX_UNCOUNTED } from '../credit.ts'
import { Allowance } from './allowance.ts'

function prepared() {
  const granted: number[] = []
  let due: (() => void) | undefined
  const allowance = new Allowance({
    grant: (count) => granted.push(count),
    later: (callback) => (due = callback),
  })
  const take = (count: number, type = 'records') =>
    Array.from({ length: count }, () => allowance.take({ type }))
  return { granted, take, pass: () => due?.() }
}

it('grants as many batches as were taken, once the page has had time', () => {
  const { granted, take, pass } = prepared()
  for (let round = 0; round < 50; round += 1) {
    expect(take(MAX_CREDIT)).not.toContain(false)
    expect(take(MAX_UNCOUNTED, 'heartbeat')).not.toContain(false)
    pass()
  }
  expect(granted).toEqual(Array<number>(50).fill(MAX_CREDIT))
})

it('takes the last batch of a run, which waits for no credit', () => {
  const { granted, take, pass } = prepared()
  expect(take(MAX_CREDIT + 1)).not.toContain(false)
  pass()
  expect(granted).toEqual([MAX_CREDIT])
})

it('refuses a sender that does not wait', () => {
  const { granted, take } = prepared()
  expect(take(10_000).indexOf(false)).toBe(MAX_CREDIT + 1)
  expect(granted).toEqual([])
  expect(prepared().take(10_000, 'heartbeat').indexOf(false)).toBe(MAX_UNCOUNTED)
})
