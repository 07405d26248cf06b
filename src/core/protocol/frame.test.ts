import { describe, expect, test } from 'vitest'
import { encodeFrame, FrameDecoder, frameFields, type Frame } from './index.ts'
import { exampleKey, hex, octets } from './testing/dialogue.ts'

function decoded(bytes: Uint8Array): Frame {
  const [frame] = new FrameDecoder().push(bytes)
  if (frame === undefined) throw new Error('No frame')
  return frame
}

describe('encodeFrame', () => {
  test('gives the examples of RFC 6455 §5.7', () => {
    const payload = octets('"Hello"')
    expect(hex(encodeFrame({ opcode: 1, payload }))).toBe('81 05 48 65 6c 6c 6f')
    expect(hex(encodeFrame({ opcode: 1, payload, maskingKey: exampleKey }))).toBe(
      '81 85 37 fa 21 3d 7f 9f 4d 51 58',
    )
    expect(hex(encodeFrame({ opcode: 1, fin: false, payload: octets('"Hel"') }))).toBe(
      '01 03 48 65 6c',
    )
    const long = encodeFrame({ opcode: 2, payload: new Uint8Array(256) })
    expect(hex(long.subarray(0, 4))).toBe('82 7e 01 00')
    const longer = encodeFrame({ opcode: 2, payload: new Uint8Array(65536) })
    expect(hex(longer.subarray(0, 10))).toBe('82 7f 00 00 00 00 00 01 00 00')
  })

  test('encodes what no peer may send', () => {
    const bytes = encodeFrame({ opcode: 15, fin: false, rsv1: true, rsv2: true, rsv3: true })
    expect(hex(bytes)).toBe('7f 00')
  })

  test('refuses an opcode of five bits and a key that is none', () => {
    for (const opcode of [-1, 16, 0.5]) expect(() => encodeFrame({ opcode })).toThrow(RangeError)
    expect(() => encodeFrame({ opcode: 1, maskingKey: new Uint8Array(3) })).toThrow('4 octets')
  })

  test('gives every frame back as it was, whatever its length', () => {
    for (const length of [0, 1, 125, 126, 65535, 65536]) {
      for (const maskingKey of [undefined, exampleKey]) {
        const payload = Uint8Array.from({ length }, (_, index) => index * 3)
        const frame = decoded(
          encodeFrame({ opcode: 2, payload, ...(maskingKey && { maskingKey }) }),
        )
        expect(frame.masked).toBe(maskingKey !== undefined)
        expect(frame.maskingKey).toEqual(maskingKey)
        expect(Buffer.compare(frame.payload, payload)).toBe(0)
      }
    }
  })
})

describe('FrameDecoder', () => {
  test('reads what breaks the rules, and says whether a frame is under way', () => {
    const decoder = new FrameDecoder()
    expect(decoder.betweenFrames).toBe(true)
    expect(decoder.push(octets('7f 7e 00'))).toEqual([])
    expect(decoder.betweenFrames).toBe(false)
    expect(decoder.push(octets('02 61'))).toEqual([])
    expect(decoder.betweenFrames).toBe(false)
    expect(decoder.push(octets('62'))).toMatchObject([
      {
        fin: false,
        rsv1: true,
        rsv2: true,
        rsv3: true,
        opcode: 15,
        masked: false,
        header: octets('7f 7e 0002'),
        payload: octets('"ab"'),
      },
    ])
    expect(decoder.betweenFrames).toBe(true)
  })

  test('gives the same frames however the bytes are cut', () => {
    const bytes = octets(
      '81 85 37fa213d 7f9f4d5158 89 00 82 7e 0003 010203 82 ff 0000000000000001 00000000 07 88 00',
    )
    const whole = new FrameDecoder().push(bytes)
    expect(whole.map(({ payload }) => hex(payload))).toEqual([
      '48 65 6c 6c 6f',
      '',
      '01 02 03',
      '07',
      '',
    ])
    for (let size = 1; size < bytes.length; size++) {
      const decoder = new FrameDecoder()
      const frames: Frame[] = []
      for (let at = 0; at < bytes.length; at += size) {
        frames.push(...decoder.push(bytes.subarray(at, at + size)))
      }
      expect(frames).toEqual(whole)
    }
  })

  test('makes room for a long payload as it arrives', () => {
    const payload = Uint8Array.from({ length: 5_000_000 }, (_, index) => index)
    const bytes = encodeFrame({ opcode: 2, payload, maskingKey: exampleKey })
    const decoder = new FrameDecoder()
    const frames: Frame[] = []
    for (let at = 0; at < bytes.length; at += 65_537) {
      frames.push(...decoder.push(bytes.subarray(at, at + 65_537)))
    }
    expect(frames.map((frame) => Buffer.compare(frame.payload, payload))).toEqual([0])
  })
})

test('the own fields of a frame survive structured cloning', () => {
  const frame = decoded(octets('81 85 37fa213d 7f9f4d5158'))
  expect(structuredClone(frame)).toEqual({ ...frame })
  expect(Object.keys(frame).sort()).toEqual(
    ['fin', 'header', 'masked', 'opcode', 'payload', 'rsv1', 'rsv2', 'rsv3'].sort(),
  )
})

describe('frameFields', () => {
  test('lists the fields of a masked text frame with their bits and octets', () => {
    const frame = decoded(octets('81 85 37fa213d 7f9f4d5158'))
    const fields = frameFields(frame).map(
      ({ name, bitOffset, bitLength, byteStart, byteEnd, value }) => [
        name,
        [bitOffset, bitLength],
        [byteStart, byteEnd],
        value,
      ],
    )
    expect(fields).toEqual([
      ['FIN', [0, 1], [0, 1], 1],
      ['RSV1', [1, 1], [0, 1], 0],
      ['RSV2', [2, 1], [0, 1], 0],
      ['RSV3', [3, 1], [0, 1], 0],
      ['Opcode', [4, 4], [0, 1], 1],
      ['Mask', [8, 1], [1, 2], 1],
      ['Payload length', [9, 7], [1, 2], 5],
      ['Masking-key', [16, 32], [2, 6], exampleKey],
      ['Payload data', [48, 40], [6, 11], octets('"Hello"')],
    ])
  })

  test('has the long lengths, and covers every bit once', () => {
    for (const [length, bits, value] of [
      [126, 16, 126],
      [65536, 64, 65536n],
    ] as const) {
      const fields = frameFields(
        decoded(encodeFrame({ opcode: 2, payload: new Uint8Array(length) })),
      )
      expect(fields.find(({ name }) => name === 'Extended payload length')).toMatchObject({
        bitOffset: 16,
        bitLength: bits,
        value,
      })
      let bit = 0
      for (const field of fields) {
        expect(field.bitOffset).toBe(bit)
        bit += field.bitLength
      }
      expect(bit).toBe((2 + bits / 8 + length) * 8)
    }
  })

  test('leaves out what a frame does not have', () => {
    const names = frameFields(decoded(octets('89 00'))).map(({ name }) => name)
    expect(names).toEqual(['FIN', 'RSV1', 'RSV2', 'RSV3', 'Opcode', 'Mask', 'Payload length'])
  })
})
