import { expect, it } from 'vitest'
import { FrameDecoder } from '../../core/protocol/index.ts'
import {
  FIRST_BYTES,
  frameOf,
  parseByte,
  READ_AS,
  readAt,
  SENT,
  writeAt,
  type Place,
} from './hex-view.ts'

const at = (as: Place['as'], offset: number, order: Place['order'] = 'big'): Place => ({
  as,
  offset,
  order,
})
const read = (place: Place) => readAt(FIRST_BYTES, place)

it('reads the same bytes in either order', () => {
  expect(read(at('Int32', 0))).toMatchObject({
    end: 4,
    call: 'view.getInt32(0)',
    result: { ok: true, text: '400' },
  })
  expect(read(at('Int32', 0, 'little'))).toMatchObject({
    call: 'view.getInt32(0, true)',
    result: { ok: true, text: '-1878982656' },
  })
  expect(read(at('Float32', 4)).result).toMatchObject({ text: '12.5' })
  expect(read(at('BigInt64', 0)).result).toMatchObject({
    text: '1719082156032n',
    plain: '1719082156032',
  })
  expect(read(at('text', 4)).result).toMatchObject({ plain: 'AH' })
})

it('has no order for one byte', () => {
  expect(read(at('Uint8', 3, 'little'))).toMatchObject({
    call: 'view.getUint8(3)',
    result: { ok: true, text: '144' },
  })
})

it('reads with a typed array in the order of the machine, which is little-endian', () => {
  expect(read(at('Int32', 0)).typed).toMatchObject({
    call: 'new Int32Array(buffer, 0)[0]',
    result: { text: '-1878982656' },
  })
})

it('throws for a typed array at an odd offset, and not for a DataView', () => {
  const { result, typed } = read(at('Uint16', 1))
  expect(result).toMatchObject({ text: '1' })
  expect(typed?.result).toEqual({
    ok: false,
    error: expect.stringMatching(/^RangeError: .*multiple of 2/),
  })
})

it('throws where a value reaches beyond the bytes', () => {
  const { result, end } = read(at('Float64', 4))
  expect(end).toBe(8)
  expect(result).toEqual({ ok: false, error: expect.stringMatching(/^RangeError: /) })
})

it.each(READ_AS)('writes what it reads as %s', (as) => {
  for (const order of ['big', 'little'] as const) {
    // Bytes that are no UTF-8 come out as U+FFFD, which does not bring them back.
    const place = at(as, as === 'text' ? 4 : 0, order)
    const { result } = read(place)
    const text = result.ok ? result.plain : ''
    expect(writeAt(FIRST_BYTES, place, text)).toEqual(FIRST_BYTES)
  }
})

it('writes no text that is not of its type, and nothing that has no room', () => {
  expect(writeAt(FIRST_BYTES, at('Int16', 0), 'x')).toBeUndefined()
  expect(writeAt(FIRST_BYTES, at('Int16', 0), '1.5')).toBeUndefined()
  expect(writeAt(FIRST_BYTES, at('Int16', 0), '')).toBeUndefined()
  expect(writeAt(FIRST_BYTES, at('BigInt64', 0), '1.5')).toBeUndefined()
  expect(writeAt(FIRST_BYTES, at('Int32', 6), '1')).toBeUndefined()
  expect(writeAt(FIRST_BYTES, at('text', 6), '汉')).toBeUndefined()
})

it('takes one or two hexadecimal digits for a byte', () => {
  expect(['0', 'ff', ' A0 ', '', '100', 'g'].map(parseByte)).toEqual([
    0,
    255,
    160,
    undefined,
    undefined,
    undefined,
  ])
})

it.each(SENT)('encodes a frame that the server reads, of %s', (sent) => {
  const place = at('Int32', 0)
  const frame = frameOf(FIRST_BYTES, sent, place, read(place))
  const decoder = new FrameDecoder()
  const octets = Uint8Array.from([...frame.header, ...frame.maskingKey, ...frame.masked])
  const [decoded] = [...decoder.push(octets)]
  expect(decoded).toMatchObject({ opcode: frame.opcode, masked: true })
  expect([...(decoded?.payload ?? [])]).toEqual(frame.payload)
})

it('sends the window of a view, and all of the memory behind it', () => {
  const place = at('Uint16', 2)
  const payloadOf = (sent: (typeof SENT)[number]) =>
    frameOf(FIRST_BYTES, sent, place, read(place)).payload
  expect(payloadOf('view')).toEqual([0x01, 0x90])
  expect(payloadOf('viewBuffer')).toEqual(FIRST_BYTES)
  expect(payloadOf('string')).toEqual([...'400'].map((digit) => digit.charCodeAt(0)))
})
