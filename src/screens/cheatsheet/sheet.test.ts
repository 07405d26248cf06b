import { describe, expect, it } from 'vitest'
import { closeCodeName, isControl, mayBeOnTheWire } from '../../core/protocol/index.ts'
import {
  CODES,
  HEADER_BITS,
  HEADER_SIZES,
  OPCODES,
  REQUEST,
  RESPONSE,
  SHEET_HEADERS,
} from './sheet.ts'

describe('the handshake of the cheat sheet', () => {
  const required = (rows: typeof REQUEST) =>
    rows.filter(({ isRequired }) => isRequired).map(({ name }) => name)

  it('says which headers a handshake needs', () => {
    expect(required(REQUEST)).toEqual([
      'Host',
      'Connection',
      'Upgrade',
      'Origin',
      'Sec-WebSocket-Version',
      'Sec-WebSocket-Key',
    ])
    expect(required(RESPONSE)).toEqual(['Upgrade', 'Connection', 'Sec-WebSocket-Accept'])
  })

  it('has every header that it has words for', () => {
    const shown = new Set([...REQUEST, ...RESPONSE].map(({ purpose }) => purpose))
    expect([...shown].sort()).toEqual([...SHEET_HEADERS].sort())
  })
})

describe('the frame of the cheat sheet', () => {
  it('begins with two octets', () => {
    expect(HEADER_BITS.map(({ name, bits }) => `${name} ${bits}`)).toEqual([
      'FIN 1',
      'RSV1 1',
      'RSV2 1',
      'RSV3 1',
      'Opcode 4',
      'Mask 1',
      'Payload length 7',
    ])
  })

  it('has a longer header for a longer payload, and 4 octets more from a client', () => {
    expect(HEADER_SIZES).toEqual([
      { from: 0, to: 125, marker: null, extended: 0, server: 2, client: 6 },
      { from: 126, to: 65535, marker: 126, extended: 2, server: 4, client: 8 },
      { from: 65536, to: null, marker: 127, extended: 8, server: 10, client: 14 },
    ])
  })

  it('names the opcodes, those of control frames last', () => {
    expect(OPCODES.map(({ number, name }) => `${number} ${name}`)).toEqual([
      '0x0 continuation',
      '0x1 text',
      '0x2 binary',
      '0x8 close',
      '0x9 ping',
      '0xA pong',
    ])
    expect(OPCODES.filter(({ number }) => isControl(Number(number)))).toHaveLength(3)
  })
})

describe('the close codes of the cheat sheet', () => {
  it('are all from 1000 to 4999, each once', () => {
    const covered = CODES.flatMap(({ code }) => {
      const [from = 0, to = from] = code.split('–').map(Number)
      return Array.from({ length: to - from + 1 }, (_, index) => from + index)
    })
    expect(covered).toEqual(Array.from({ length: 4000 }, (_, index) => 1000 + index))
  })

  it('travel where the protocol lets them', () => {
    for (const { from, travels, sender } of CODES) {
      expect([from, travels]).toEqual([from, mayBeOnTheWire(from)])
      expect([from, sender === 'nobody']).toEqual([from, !travels])
    }
  })

  it('have the names of the protocol', () => {
    for (const { from, name } of CODES)
      if (closeCodeName(from) !== undefined)
        expect(name?.replaceAll(' ', '').toLowerCase()).toBe(closeCodeName(from)?.toLowerCase())
  })

  it('let a page send 1000 and from 3000 on', () => {
    const forPages = CODES.filter(({ isForPages }) => isForPages).map(({ code }) => code)
    expect(forPages).toEqual(['1000', '3000–3999', '4000–4999'])
  })
})
