import { describe, expect, it } from 'vitest'
import { EXAMPLES, flip, hexOf, read, readHex } from './frame-bits.ts'

const HELLO = '81 85 37 fa 21 3d 7f 9f 4d 51 58'
const readFrom = (sender: 'client' | 'server', hex: string) => read(readHex(hex) ?? [], sender)
const rules = (sender: 'client' | 'server', hex: string) =>
  readFrom(sender, hex).broken.map(({ rule }) => rule)

describe('a frame as it is typed', () => {
  it('is bytes, however they are separated', () => {
    expect(readHex('0x81, 0x05')).toEqual([0x81, 5])
    expect(readHex('8105 4')).toBeUndefined()
    expect(readHex('zz')).toBeUndefined()
    expect(readHex('00'.repeat(25))).toBeUndefined()
    expect(readHex('')).toEqual([])
  })

  it('is taken apart by the engine', () => {
    expect(readFrom('client', HELLO)).toEqual({
      fields: [
        { name: 'FIN', raw: '1', value: '1' },
        { name: 'RSV1', raw: '0', value: '0' },
        { name: 'RSV2', raw: '0', value: '0' },
        { name: 'RSV3', raw: '0', value: '0' },
        { name: 'Opcode', raw: '0001', value: '1' },
        { name: 'Mask', raw: '1', value: '1' },
        { name: 'Payload length', raw: '0000101', value: '5' },
        { name: 'Masking-key', raw: '37 fa 21 3d', value: '37 fa 21 3d' },
        { name: 'Payload data', raw: '7f 9f 4d 51 58', value: '48 65 6c 6c 6f' },
      ],
      opcode: 'TEXT',
      missing: 0,
      rest: 0,
      payload: '“Hello”',
      broken: [],
    })
  })

  it('waits for what is missing, and leaves what belongs to the next', () => {
    expect(readFrom('client', '81 85 37 fa 21 3d 7f')).toMatchObject({ missing: 4, payload: null })
    expect(readFrom('client', '81 fe 01')).toMatchObject({ missing: null })
    expect(readFrom('server', '82 7e 01 00 2a')).toMatchObject({ missing: 255 })
    expect(readFrom('server', '82 7f 00 00 00 00 00 01 00 00')).toMatchObject({ missing: 65_536 })
    expect(readFrom('server', '89 00 81')).toMatchObject({ missing: 0, rest: 1, payload: null })
    expect(readFrom('server', '81')).toMatchObject({ missing: null, fields: [] })
  })

  it('breaks the rules of its sender', () => {
    expect(rules('server', HELLO)).toEqual(['maskedByServer'])
    expect(rules('client', '81 00')).toEqual(['notMaskedByClient'])
    expect(rules('server', '83 00')).toEqual(['reservedOpcode'])
    expect(rules('server', '89 7e 00 7e')).toEqual(['longControl'])
    expect(rules('server', '80 00')).toEqual(['nothingToContinue'])
    expect(rules('server', '81 7e 00 01 41')).toEqual(['lengthNotShortest'])
    expect(rules('server', '88 02 03 ed')).toEqual(['closeCode'])
  })

  it('changes in one bit', () => {
    expect(hexOf(flip(readHex('81 85') ?? [], 0))).toBe('01 85')
    expect(hexOf(flip(readHex('81 85') ?? [], 15))).toBe('81 84')
  })

  it.each(EXAMPLES)('$id is an example without a fault', ({ sender, octets }) => {
    expect(read(octets, sender).broken).toEqual([])
  })
})
