import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatenate } from './octets.ts'
import { Pieces } from './pieces.ts'

test('any pieces are what they would be in one array', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.nat(70_000).map((length) => new Uint8Array(length).fill(length)),
  )
  const pieces = new Pieces()
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (given) => {
      for (const one of given) pieces.push(one)
      // An array is compared octet by octet, with a step for each.
      expect(Buffer.compare(pieces.take(), concatenate(given))).toBe(0)
    }),
  )
})

test('a small piece keeps no chunk alive, and a large one is not copied', () => {
  const pieces = new Pieces()
  const chunk = new Uint8Array(65_536)
  pieces.push(chunk.subarray(10, 20))
  expect(pieces.take().buffer.byteLength).toBeLessThan(1_000)
  pieces.push(chunk)
  expect(pieces.take()).toBe(chunk)
})
