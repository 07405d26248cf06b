import { expect, it } from 'vitest'
import { codingFor, isCompressible } from './compression.ts'

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['identity', null],
  [undefined, null],
] as const)('for Accept-Encoding %s: %s', (accepted, coding) => {
  expect(codingFor(accepted)).toBe(coding)
})

it('text of some size is compressed, a picture is not', () => {
  expect(isCompressible('.js', 5000)).toBe(true)
  expect(isCompressible('.js', 300)).toBe(false)
  expect(isCompressible('.png', 5000)).toBe(false)
})
