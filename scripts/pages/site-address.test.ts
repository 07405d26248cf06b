import { expect, it } from 'vitest'
import { siteAddress } from './site-address.ts'

it.each([
  ['https://example.org', 'https://example.org/'],
  ['https://example.org/some/课', 'https://example.org/some/%E8%AF%BE/'],
  ['http://localhost:8000/course/', 'http://localhost:8000/course/'],
])('%s is the folder %s', (given, folder) => {
  expect(siteAddress(given)?.href).toBe(folder)
})

it.each([undefined, ''])('a build without an address has none', (given) => {
  expect(siteAddress(given)).toBeNull()
})

it.each([
  'example.org',
  'ftp://example.org/',
  'https://example.org/?a=1',
  'https://example.org/#a',
])('%s is refused with an example', (given) => {
  expect(() => siteAddress(given)).toThrow(/UPGRADE101_SITE is “.*”: give the address .* https:/)
})
