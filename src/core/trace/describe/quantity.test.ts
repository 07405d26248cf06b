import { describe, expect, it } from 'vitest'
import { formatByteLength, formatDuration, formatInstant, formatTime } from './quantity.ts'

/** With plain spaces, which the tables below are easier to read with. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [0.42, '0.4 ms'],
    [9.94, '9.9 ms'],
    [9.96, '10 ms'],
    [81.1, '81 ms'],
    [999.4, '999 ms'],
    [999.6, '1 s'],
    [1250, '1.25 s'],
    [9996, '10 s'],
    [12_340, '12.3 s'],
    [59_940, '59.9 s'],
    [59_960, '1 min'],
    [200_000, '3 min 20 s'],
    [3_599_400, '59 min 59 s'],
    [3_599_600, '1 h'],
    [7_500_000, '2 h 5 min'],
  ])('writes %d ms as %s', (ms, written) => {
    expect(plain(formatDuration(ms, 'en'))).toBe(written)
  })
})

describe('formatTime', () => {
  it('has a tenth of a millisecond always, so that a column of them lines up', () => {
    expect(formatTime(123.6, 'en')).toBe('123.6\u00a0ms')
    expect(formatInstant(81, 'en')).toBe('81.0')
    expect(formatInstant(1500, 'en')).toBe('1,500.0')
  })
})

describe('formatByteLength', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [65_536, '65.5 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [10_000_000, '10 MB'],
  ])('writes %d octets as %s', (octets, written) => {
    expect(plain(formatByteLength(octets, 'en'))).toBe(written)
  })
})
