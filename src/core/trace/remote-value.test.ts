import { describe, expect, it } from 'vitest'
import { copyValue } from './copy-value.ts'
import { sizeOfValues } from './remote-value.ts'

/** Octets besides the flat rate of 64 for each value. */
const contentOf = (value: unknown) => sizeOfValues([copyValue(value)]) - 64

describe('sizeOfValues', () => {
  it('counts texts as UTF-16 and bytes exactly', () => {
    expect(contentOf('hello')).toBe(10)
    expect(contentOf(new Uint8Array(7))).toBe(7)
    expect(contentOf(Object.assign(new Error('no'), { stack: 'at x' }))).toBe(2 * (2 + 4))
  })

  it('counts the entries of arrays and objects, and the names of properties', () => {
    expect(contentOf([1, 'ab'])).toBe(64 + 64 + 4)
    expect(contentOf({ abc: 'd' })).toBe(6 + 64 + 2)
  })

  it('counts nothing but the flat rate for the other kinds', () => {
    for (const value of [undefined, null, true, 1, 1n, Symbol('a'), () => {}])
      expect(contentOf(value)).toBe(0)
  })
})
