import { describe, expect, it } from 'vitest'
import { encodeFrame } from '../../core/protocol/index.ts'
import type { TraceFrame } from '../../core/trace/event.ts'
import { maskedFrame, shortFrame } from '../../core/trace/testing/every-event.ts'
import { frameAnatomy } from './frame-anatomy.ts'

const key = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d)

function anatomyOf(frame: TraceFrame, sender: 'client' | 'server') {
  const anatomy = frameAnatomy(frame, sender)
  if (anatomy === null) throw new Error('the frame has no header')
  return anatomy
}

function longFrame(length: number): TraceFrame {
  const octets = encodeFrame({ opcode: 2, payload: new Uint8Array(length) })
  const header = octets.subarray(0, octets.length - length)
  return { ...shortFrame(2), header, payload: octets.subarray(header.length) }
}

describe('frameAnatomy', () => {
  it('takes the masked “Hello” of RFC 6455 §5.7 apart', () => {
    const anatomy = anatomyOf(maskedFrame(shortFrame(1, 'Hello'), key), 'client')
    expect(anatomy.fields.map(({ name, bits, value }) => [name, bits, value])).toEqual([
      ['FIN', '1', '1'],
      ['RSV1', '0', '0'],
      ['RSV2', '0', '0'],
      ['RSV3', '0', '0'],
      ['Opcode', '0001', '0x1 TEXT'],
      ['Mask', '1', '1'],
      ['Payload length', '0000101', '5'],
      ['Masking-key', '', '37 fa 21 3d'],
      ['Payload data', '', '“Hello”'],
    ])
    expect([...anatomy.wirePayload]).toEqual([0x7f, 0x9f, 0x4d, 0x51, 0x58])
    expect([...anatomy.payload]).toEqual([0x48, 0x65, 0x6c, 0x6c, 0x6f])
  })

  it('fills rows of 32 columns', () => {
    const columns = (frame: TraceFrame) =>
      anatomyOf(frame, 'client').fields.map((field) => field.columns)
    const first = [1, 1, 1, 1, 4, 1, 7]
    expect(columns(shortFrame(8))).toEqual(first)
    expect(columns(shortFrame(1, 'Hello'))).toEqual([...first, 16])
    expect(columns(maskedFrame(shortFrame(1, 'Hello'), key))).toEqual([...first, 16, 32])
    expect(columns(longFrame(200))).toEqual([...first, 16, 32])
  })

  it('says where the length of a long payload stands', () => {
    const meanings = (length: number) =>
      anatomyOf(longFrame(length), 'server')
        .fields.filter(({ hue }) => hue === 'length')
        .map(({ value, meaning }) => [value, meaning.key])
    expect(meanings(125)).toEqual([['125', 'inspector.frame.length']])
    expect(meanings(126)).toEqual([
      ['126', 'inspector.frame.length126'],
      ['126', 'inspector.frame.length'],
    ])
    expect(meanings(65_536)).toEqual([
      ['127', 'inspector.frame.length127'],
      ['65536', 'inspector.frame.length'],
    ])
  })

  it('knows who has to mask (RFC 6455 §5.1)', () => {
    const plain = shortFrame(1, 'Hello')
    const mask = (frame: TraceFrame, sender: 'client' | 'server') =>
      anatomyOf(frame, sender).fields.find(({ name }) => name === 'Mask')?.meaning.key
    expect(mask(plain, 'server')).toBe('inspector.frame.notMasked')
    expect(mask(plain, 'client')).toBe('inspector.frame.maskMissing')
    expect(mask(maskedFrame(plain, key), 'client')).toBe('inspector.frame.masked')
    expect(mask(maskedFrame(plain, key), 'server')).toBe('inspector.frame.maskForbidden')
  })

  it('reads the payload of a Close frame, and says which rule a bad one breaks', () => {
    const payload = (bytes: Uint8Array) =>
      anatomyOf(shortFrame(8, bytes), 'server').fields.at(-1)?.meaning
    expect(payload(Uint8Array.of(0x03, 0xe8, 0x62, 0x79, 0x65))).toEqual({
      key: 'inspector.frame.closePayload',
      params: { status: '1000 “bye”' },
    })
    expect(payload(Uint8Array.of(0x03))).toEqual({
      key: 'inspector.frame.badClosePayload',
      params: { problem: 'Close frame with 1 octet of payload' },
    })
  })

  it('does not invent a header that nobody saw', () => {
    expect(frameAnatomy({ ...shortFrame(9), header: new Uint8Array() }, 'server')).toBeNull()
  })

  it('draws the beginning of a large payload only', () => {
    const anatomy = anatomyOf(longFrame(100_000), 'server')
    expect(anatomy.payload.length).toBe(64)
    expect(anatomy.payloadLength).toBe(100_000)
  })
})
