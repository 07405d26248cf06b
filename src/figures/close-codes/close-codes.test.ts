import { describe, expect, it } from 'vitest'
import { closeCodeName, mayBeOnTheWire } from '../../core/protocol/index.ts'
import { CLOSE_CODES, entryOf, EXAMPLES, readCode } from './close-codes.ts'

const every = Array.from({ length: 5000 }, (_, code) => code)

describe('the list of close codes', () => {
  it('has each code from 0 to 4999 once', () => {
    expect(CLOSE_CODES.flatMap(({ from, to }) => every.slice(from, to + 1))).toEqual(every)
  })

  it('agrees with the protocol on what may be on the wire', () => {
    for (const code of every)
      expect([code, entryOf(String(code))?.sender !== 'nobody']).toEqual([
        code,
        mayBeOnTheWire(code),
      ])
  })

  it('lets a page send what close() lets it send', () => {
    for (const code of every)
      expect([code, entryOf(String(code))?.sender === 'program']).toEqual([
        code,
        code === 1000 || code >= 3000,
      ])
  })

  it('names the codes that the protocol names', () => {
    for (const { from, name } of CLOSE_CODES)
      if (closeCodeName(from) !== undefined)
        expect(name?.replaceAll(' ', '').toLowerCase()).toBe(closeCodeName(from)?.toLowerCase())
  })

  it.each([['5000'], ['abc'], ['-1'], [''], ['100000'], ['1e3']])('knows no code %j', (typed) => {
    expect(entryOf(typed)).toBeUndefined()
  })
})

it.each([
  ['', undefined],
  ['  ', undefined],
  [' 4001 ', 4001],
  ['99999', 65535],
  ['abc', null],
  ['-1', null],
  ['1e3', null],
])('reads the typed code %j as %s', (typed, code) => {
  expect(readCode(typed)).toBe(code)
})

it('offers examples that can be read', () => {
  for (const { code } of EXAMPLES) expect(readCode(code)).not.toBeNull()
})
