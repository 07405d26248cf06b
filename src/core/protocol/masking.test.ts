import { expect, test } from 'vitest'
import { copyMasked, maskInPlace } from './masking.ts'

const key = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d)

/** RFC 6455 §5.3, word for word. */
function transformed(octets: Uint8Array, from: number): Uint8Array {
  return octets.map((octet, i) => octet ^ (key[(from + i) % 4] ?? 0))
}

test('masks as RFC 6455 §5.3 says, at any length, alignment and place in the payload', () => {
  const source = Uint8Array.from({ length: 300 }, (_, index) => (index * 31) & 0xff)
  const keys = Uint8Array.of(9, ...key, 9)
  for (let length = 0; length < 140; length++) {
    for (let at = 0; at < 5; at++) {
      const expected = transformed(source.subarray(3, 3 + length), at)
      const copy = new Uint8Array(200).subarray(1)
      copyMasked(source, 3, copy, at, at + length, 0, keys, 1)
      expect(copy.subarray(at, at + length)).toEqual(expected)
      expect(copy.subarray(at + length)).toEqual(new Uint8Array(199 - at - length))

      const inPlace = source.slice(3)
      maskInPlace(inPlace, 0, length, -at, keys, 1)
      expect(inPlace.subarray(0, length)).toEqual(expected)
      expect(inPlace.subarray(length)).toEqual(source.subarray(3 + length))
    }
  }
})
