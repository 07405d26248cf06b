import { expect, test } from 'vitest'
import { compareOutputs } from './bench-comparison.mjs'

test('divides the median of each number by that of the other checkout', () => {
  const here = ['fold   90 ms  1.50×', 'fold  110 ms  1.70×', 'fold  100 ms  1.60×']
  const there = ['fold  200 ms  1.60×', 'fold  200 ms  1.60×']
  expect(compareOutputs(here, there)).toEqual([
    'fold  100 ms  1.60×',
    '    here / there: 0.500×  =',
  ])
})

test('keeps lines apart that differ in their numbers only, by their order', () => {
  const here = ['32 B: 10\n1024 B: 20\n']
  const there = ['32 B: 20\n1024 B: 5\n']
  expect(compareOutputs(here, there)).toEqual([
    '32 B: 10',
    '    here / there: =  0.500×',
    '1024 B: 20',
    '    here / there: =  4.000×',
  ])
})

test('leaves out what only one printed, and lines without a number', () => {
  expect(compareOutputs(['a 1\ntitle'], ['b 1\ntitle'])).toEqual([])
})
