import { describe, expect, it } from 'vitest'
import { SeqList } from './seq-list.ts'

function listOf(...seqs: number[]): SeqList {
  const list = new SeqList()
  for (const seq of seqs) list.push(seq)
  return list
}

describe('SeqList', () => {
  it('finds how many are below a seq, and where a seq is', () => {
    const list = listOf(2, 5, 9)
    expect([0, 2, 3, 9, 10].map((seq) => list.countBefore(seq))).toEqual([0, 0, 1, 2, 3])
    expect(list.indexOf(5)).toBe(1)
    expect(list.indexOf(6)).toBe(-1)
  })

  it('drops entries at its start and says how many', () => {
    const list = listOf(2, 5, 9)
    expect(list.releaseBefore(6)).toBe(2)
    expect(list.releaseBefore(6)).toBe(0)
    expect(list.length).toBe(1)
    expect(list.at(0)).toBe(9)
    expect(list.indexOf(9)).toBe(0)
    expect(list.at(-1)).toBeUndefined()
  })

  it('stays right when it has dropped most of a long list', () => {
    const list = listOf(...Array.from({ length: 5000 }, (_, seq) => seq))
    list.releaseBefore(4000)
    list.push(5000)
    expect(list.length).toBe(1001)
    expect(list.at(0)).toBe(4000)
    expect(list.at(1000)).toBe(5000)
    expect(list.countBefore(4500)).toBe(500)
  })
})
