import { describe, expect, it } from 'vitest'
import { compareGuess, readGuess } from './guess.ts'

describe('a guess', () => {
  it.each([
    ['45000', 45_000],
    ['45,000', 45_000],
    ['45 000', 45_000],
    ['45.000', 45_000],
    ['1,234,567', 1_234_567],
    ['45 kB', 45_000],
    ['4.5k', 4500],
    ['4,5 kB', 4500],
    ['~3000 bytes', 3000],
    ['1.2 MB', 1_200_000],
    ['４５００', 4500],
    ['4.5 万', 45_000],
    ['3000 字节', 3000],
    ['0', 0],
  ])('%s is so many bytes', (typed, bytes) => {
    expect(readGuess(typed)).toEqual({ kind: 'bytes', bytes })
  })

  it.each(['lots', '-5', '12 apples', '1.2.3', '5 kk'])('%s is no number of bytes', (typed) => {
    expect(readGuess(` ${typed} `)).toEqual({ kind: 'notANumber', typed })
  })

  it('may be missing', () => {
    expect(readGuess('  ')).toEqual({ kind: 'empty' })
  })

  it.each([
    [40_000, 45_000, 'close', 1.125],
    [5000, 45_000, 'more', 9],
    [90_000, 45_000, 'fewer', 2],
    [0, 2500, 'more', 2500],
  ] as const)('of %i is compared with %i', (guessed, counted, kind, times) => {
    expect(compareGuess(guessed, counted)).toEqual({ kind, times })
  })
})
