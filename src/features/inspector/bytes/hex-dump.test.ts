import { describe, expect, it } from 'vitest'
import { hexLine, hexText, lineCount } from './hex-dump.ts'

describe('hexLine', () => {
  const bytes = Uint8Array.from({ length: 18 }, (_, index) => 0x40 + index)

  it('writes the octets of a line with their offset and characters', () => {
    expect(lineCount(bytes, 16)).toBe(2)
    expect(hexLine(bytes, 0, 16)).toEqual({
      offset: '0000',
      hex: '40 41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f',
      characters: '@ABCDEFGHIJKLMNO',
    })
    expect(hexLine(bytes, 1, 16)).toEqual({ offset: '0010', hex: '50 51', characters: 'PQ' })
    expect(hexLine(bytes, 1, 8).offset).toBe('0008')
  })

  it('has a dot for an octet without a character, and offsets as wide as the last', () => {
    expect(hexLine(new Uint8Array(100_000), 1, 16)).toEqual({
      offset: '00010',
      hex: '00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00',
      characters: '................',
    })
  })
})

describe('hexText', () => {
  it('writes every octet of a long message', () => {
    expect(hexText(new Uint8Array())).toBe('')
    const text = hexText(Uint8Array.from({ length: 10_000 }, (_, index) => index))
    expect(text.length).toBe(29_999)
    expect(text.split(' ')[9_999]).toBe('0f')
  })
})
