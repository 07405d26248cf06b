import { describe, expect, it } from 'vitest'
import { hexDump } from './hex-dump.ts'

describe('hexDump', () => {
  it('writes 16 octets a line, with their offset and characters', () => {
    const bytes = Uint8Array.from({ length: 18 }, (_, index) => 0x40 + index)
    expect(hexDump(bytes, 4)).toEqual([
      {
        offset: '0000',
        hex: '40 41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f',
        characters: '@ABCDEFGHIJKLMNO',
      },
      { offset: '0010', hex: '50 51', characters: 'PQ' },
    ])
  })

  it('has a dot for what has no character, and stops at its last line', () => {
    const dump = hexDump(new Uint8Array(1000), 2)
    expect(dump).toHaveLength(2)
    expect(dump[1]?.characters).toBe('................')
  })
})
