import { expect, test } from 'vitest'
import { decodeUtf8, encodeUtf8, Utf8Decoder } from './utf8.ts'

/** How many octets a decoder takes, one at a time, before it finds them wrong; all when it does not. */
function taken(octets: readonly number[]): number {
  const decoder = new Utf8Decoder()
  const wrong = octets.findIndex((octet) => !decoder.push(Uint8Array.of(octet)))
  return wrong < 0 ? octets.length : wrong
}

test('every character survives, octet by octet', () => {
  const decoder = new Utf8Decoder()
  for (let point = 0; point <= 0x10ffff; point += point < 0x3000 ? 1 : 257) {
    if (point >= 0xd800 && point <= 0xdfff) continue
    const character = String.fromCodePoint(point)
    for (const octet of encodeUtf8(character)) decoder.push(Uint8Array.of(octet))
    if (decoder.end() !== character) throw new Error(`U+${point.toString(16)} got lost`)
  }
})

test('a long text survives in short pieces and long ones', () => {
  const decoder = new Utf8Decoder()
  const [short, long] = ['aé😀'.repeat(1000), 'long'.repeat(1000)]
  for (const octet of encodeUtf8(short)) decoder.push(Uint8Array.of(octet))
  decoder.push(encodeUtf8(long))
  decoder.push(encodeUtf8('end'))
  expect(decoder.end()).toBe(`${short}${long}end`)
})

test('a wrong octet is found when it arrives (RFC 3629 §4)', () => {
  // A continuation octet with nothing to continue; octets that are never right.
  for (const octet of [0x80, 0xbf, 0xc0, 0xc1, 0xf5, 0xff]) expect(taken([octet])).toBe(0)
  // Overlong forms, surrogates, above U+10FFFF: all wrong at their second octet.
  for (const [lead, wrong, right] of [
    [0xc2, 0x7f, 0x80],
    [0xdf, 0xc0, 0xbf],
    [0xe0, 0x9f, 0xa0],
    [0xe1, 0x7f, 0x80],
    [0xed, 0xa0, 0x9f],
    [0xef, 0xc0, 0xbf],
    [0xf0, 0x8f, 0x90],
    [0xf1, 0x7f, 0x80],
    [0xf4, 0x90, 0x8f],
  ] as const) {
    expect(taken([lead, wrong])).toBe(1)
    expect(taken([lead, right])).toBe(2)
  }
  expect(taken([0xe1, 0x80, 0x41])).toBe(2)
  expect(taken([0xf1, 0x80, 0x80, 0xc0])).toBe(3)
})

test('agrees with the decoder of the host on every sequence of two and three octets that matter', () => {
  const edges = [
    0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec,
    0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff,
  ]
  for (const a of edges) {
    for (const b of edges) {
      for (const c of edges) {
        for (const d of [0x41, 0x80, 0xc2]) {
          const octets = Uint8Array.of(a, b, c, d)
          const whole = new Utf8Decoder()
          const cut = new Utf8Decoder()
          const text = whole.push(octets) ? whole.end() : undefined
          const cutText = [...octets].every((octet) => cut.push(Uint8Array.of(octet)))
            ? cut.end()
            : undefined
          if (text !== decodeUtf8(octets) || text !== cutText) throw new Error(`${octets}`)
        }
      }
    }
  }
})

test('characters cut by pieces are put together, and the end of a cut text is wrong', () => {
  const octets = encodeUtf8('a€😁é')
  for (let at = 0; at <= octets.length; at++) {
    const decoder = new Utf8Decoder()
    expect(decoder.push(octets.subarray(0, at))).toBe(true)
    expect(decoder.push(octets.subarray(at))).toBe(true)
    expect(decoder.end()).toBe('a€😁é')
    expect(decoder.push(octets.subarray(0, 2))).toBe(true)
    expect(decoder.end()).toBeUndefined()
    expect(decoder.push(encodeUtf8('b'))).toBe(true)
    expect(decoder.end()).toBe('b')
  }
})
