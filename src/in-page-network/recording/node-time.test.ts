import { expect, it } from 'vitest'
import { timeText } from './node-time.ts'

it('writes milliseconds without zeros at their end', () => {
  expect([0, 1.5, 999.9994].map(timeText)).toEqual(['0ms', '1.5ms', '999.999ms'])
})

it('writes seconds with three digits', () => {
  expect([1000, 59_999].map(timeText)).toEqual(['1.000s', '59.999s'])
})

it('writes minutes with milliseconds, and hours without', () => {
  expect([61_234.5, 600_000, 3_661_999].map(timeText)).toEqual([
    '1:01.234 (m:ss.mmm)',
    '10:00.000 (m:ss.mmm)',
    '1:01:01 (h:mm:ss)',
  ])
})
