import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignSequences } from './align.ts'

const symbols = (text: string) => Array.from(text, (character) => character.charCodeAt(0))
const common = (one: string, other: string, mostEdits?: number) =>
  alignSequences(symbols(one), symbols(other), mostEdits)
    .pairs.map(([here]) => one[here])
    .join('')

/** The length of the longest common subsequence, by the textbook's table. */
function longest(one: readonly number[], other: readonly number[]): number {
  let row = new Array<number>(other.length + 1).fill(0)
  for (const symbol of one) {
    const next = [0]
    for (const [index, candidate] of other.entries())
      next.push(
        symbol === candidate
          ? (row[index] ?? 0) + 1
          : Math.max(row[index + 1] ?? 0, next[index] ?? 0),
      )
    row = next
  }
  return row.at(-1) ?? 0
}

const sequence = fc.array(fc.nat(4), { maxLength: 40 })

describe('alignSequences', () => {
  it('pairs what is the same and leaves out what is not', () => {
    expect(common('abcdef', 'abXdeYf')).toBe('abdef')
    expect(common('', 'abc')).toBe('')
    expect(common('abc', 'xyz')).toBe('')
  })

  it('finds as many pairs as there can be, growing on both sides', () => {
    fc.assert(
      fc.property(sequence, sequence, (one, other) => {
        const { pairs, cut } = alignSequences(one, other)
        expect(cut).toBe(false)
        expect(pairs).toHaveLength(longest(one, other))
        let last = [-1, -1] as readonly [number, number]
        for (const pair of pairs) {
          expect(one[pair[0]]).toBe(other[pair[1]])
          expect(pair[0] > last[0] && pair[1] > last[1]).toBe(true)
          last = pair
        }
      }),
    )
  })

  it('still pairs equal symbols in order where it may not search far, and says so', () => {
    fc.assert(
      fc.property(sequence, sequence, fc.integer({ min: 1, max: 6 }), (one, other, mostEdits) => {
        const { pairs, cut } = alignSequences(one, other, mostEdits)
        if (!cut) expect(pairs).toHaveLength(longest(one, other))
        let last = [-1, -1] as readonly [number, number]
        for (const pair of pairs) {
          expect(one[pair[0]]).toBe(other[pair[1]])
          expect(pair[0] > last[0] && pair[1] > last[1]).toBe(true)
          last = pair
        }
      }),
    )
    expect(common('aaaabbbbcccc', 'xxxxbbbbyyyycccc', 4)).toContain('cccc')
  })

  it('takes a hundred thousand symbols of which every tenth differs', () => {
    const one = Array.from({ length: 100_000 }, (_, index) => index % 97)
    const other = one.map((symbol, index) => (index % 10 === 0 ? 1000 + (index % 7) : symbol))
    const { pairs, cut } = alignSequences(one, other)
    expect(cut).toBe(true)
    expect(pairs.length).toBeGreaterThan(80_000)
  })
})
