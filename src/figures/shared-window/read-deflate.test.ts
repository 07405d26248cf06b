import { constants, deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readDeflate } from './read-deflate.ts'

const { Z_SYNC_FLUSH, Z_FIXED } = constants
const octets = new TextEncoder()

/** The message again, from its pieces and its own octets: what is copied must be what is there. */
function expectWhole(message: Uint8Array, stream: Uint8Array) {
  let at = 0
  for (const { length, back } of readDeflate(stream)) {
    if (back !== null)
      for (let place = at; place < at + length; place += 1)
        expect(message[place - back]).toBe(message[place])
    at += length
  }
  expect(at).toBe(message.length)
}

const long = octets.encode(
  Array.from({ length: 400 }, (_, index) => `{"type":"say","number":${index * index}}`).join(),
)

it.each([
  ['a few octets', octets.encode('Hello')],
  ['the same again and again', octets.encode('0'.repeat(5000))],
  ['much of it', long],
  ['nothing', new Uint8Array(0)],
])('reads %s, however they are coded', (_, message) => {
  for (const level of [0, 1, 6, 9]) {
    expectWhole(message, deflateRawSync(message, { level, finishFlush: Z_SYNC_FLUSH }))
    expectWhole(message, deflateRawSync(message, { level, strategy: Z_FIXED }))
  }
})

it('tells what is new from what was there', () => {
  const stream = deflateRawSync(octets.encode('abcdef abcdef!'), { finishFlush: Z_SYNC_FLUSH })
  // zlib waits for the second letter: from there on, the copy might be longer.
  expect(readDeflate(stream)).toEqual([
    { length: 8, back: null },
    { length: 5, back: 7 },
    { length: 1, back: null },
  ])
})

it('refuses what breaks off or is none', () => {
  const stream = deflateRawSync(long)
  expect(() => readDeflate(stream.subarray(0, 100))).toThrow('breaks off')
  expect(() => readDeflate(Uint8Array.of(0b111))).toThrow('no block of type 3')
  // Of the fixed code, 287 is no length.
  expect(() => readDeflate(Uint8Array.of(0b00011011, 0b111, 0))).toThrow(RangeError)
})
