import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'

const ascii = (text: string) => new TextEncoder().encode(text)

describe('Base64', () => {
  // RFC 4648 §10
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('writes and reads %s', (text, encoded) => {
    expect(toBase64(ascii(text))).toBe(encoded)
    expect(fromBase64(encoded)).toEqual(ascii(text))
  })

  it('agrees with Node on every octet and every length', () => {
    for (const length of [255, 256, 257, 3071, 3072, 3073, 10_000]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 167 + length) & 255)
      const encoded = Buffer.from(bytes).toString('base64')
      expect(toBase64(bytes)).toBe(encoded)
      expect(fromBase64(encoded)).toEqual(bytes)
    }
  })

  it.each(['Zg=', 'Zg', 'Z=g=', 'Zm9v!m9v', 'Zm9€', '===='])('refuses %s', (text) => {
    expect(fromBase64(text)).toBeNull()
  })
})
