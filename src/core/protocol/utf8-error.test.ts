import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findUtf8Error } from './utf8-error.ts'
import { Utf8Decoder } from './utf8.ts'

describe('findUtf8Error', () => {
  it.each([
    ['continuationAlone', [0x41, 0x80], 1, 1],
    ['invalidLead', [0xff], 0, 0],
    ['invalidLead', [0xe4, 0xbd, 0xa0, 0xf5], 3, 3],
    ['overlong', [0xc0, 0xaf], 0, 0],
    ['overlong', [0xe0, 0x80, 0xaf], 1, 0],
    ['overlong', [0xf0, 0x8f, 0xbf, 0xbf], 1, 0],
    ['surrogate', [0x48, 0xed, 0xa0, 0x80], 2, 1],
    ['tooLarge', [0xf4, 0x90, 0x80, 0x80], 1, 0],
    ['notContinued', [0xc3, 0x28], 1, 0],
    ['notContinued', [0xe4, 0xbd, 0x41], 2, 0],
    ['truncated', [0x48, 0xe4, 0xbd], 3, 1],
  ] as const)('names %s in %j', (rule, octets, at, start) => {
    expect(findUtf8Error(Uint8Array.from(octets))).toMatchObject({ rule, at, start })
  })

  it('finds nothing in a text, whatever its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(findUtf8Error(new TextEncoder().encode(text))).toBeNull()
      }),
    )
  })

  it('finds the octet at which a receiver fails the connection', () => {
    const octet = fc.oneof(
      fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc3, 0xe0, 0xe4, 0xed, 0xf0, 0xf4, 0xf5),
      fc.nat(255),
    )
    fc.assert(
      fc.property(fc.array(octet, { maxLength: 8 }), (octets) => {
        const decoder = new Utf8Decoder()
        const wrong = octets.findIndex((each) => !decoder.push(Uint8Array.of(each)))
        const error = findUtf8Error(Uint8Array.from(octets))
        if (wrong >= 0) expect(error?.at).toBe(wrong)
        else expect(error?.rule).toBe(decoder.end() === undefined ? 'truncated' : undefined)
      }),
    )
  })
})
