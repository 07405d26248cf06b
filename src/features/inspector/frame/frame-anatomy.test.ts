import { describe, expect, it } from 'vitest'
import { encodeFrame } from '../../../core/protocol/index.ts'
import type { TraceFrame } from '../../../core/trace/event.ts'
import { maskedFrame, shortFrame } from '../../../core/trace/testing/sample.ts'
import { frameViolations } from '../../../core/protocol/index.ts'
import { frameAnatomy, type FrameCircumstances } from './frame-anatomy.ts'
import { octetsOf, wireOctetsOf } from './octets.ts'
import { bitsOf, unmaskingSteps } from './unmasking.ts'

const key = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d)

function anatomyOf(
  frame: TraceFrame,
  sender: 'client' | 'server',
  more: Omit<FrameCircumstances, 'sender'> = {},
) {
  const anatomy = frameAnatomy(frame, { sender, ...more })
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

  it('names the field that has the length of a long payload', () => {
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

  it('splits the payload of a Close frame into code and reason', () => {
    const anatomy = anatomyOf(shortFrame(8, Uint8Array.of(0x0f, 0xa1, 0x62, 0x79, 0x65)), 'server')
    expect(anatomy.fields.slice(7)).toMatchObject([
      { name: 'Close code', value: '4001', bits: '', byteStart: 2, byteEnd: 4 },
      { name: 'Close reason', value: '“bye”', byteStart: 4, byteEnd: 7 },
    ])
    expect(anatomyOf(shortFrame(8), 'server').fields).toHaveLength(7)
    const code = anatomyOf(shortFrame(8, Uint8Array.of(3, 0xe8)), 'server')
    expect(code.fields.at(-1)?.name).toBe('Close code')
  })

  it('marks the field that breaks a rule, and the octet at which a reason stops being UTF-8', () => {
    const problems = (frame: TraceFrame, sender: 'client' | 'server') =>
      anatomyOf(frame, sender, { violations: frameViolations(frame, { sender }) })
        .fields.filter((field) => field.problems.length > 0)
        .map((field) => [field.name, ...field.problems.map((problem) => problem.key)])
    expect(problems(shortFrame(3), 'server')).toEqual([
      ['Opcode', 'inspector.violation.reservedOpcode'],
    ])
    expect(problems(maskedFrame(shortFrame(1, 'Hello'), key), 'server')).toEqual([
      ['Mask', 'inspector.violation.maskedByServer'],
    ])
    expect(problems(shortFrame(8, Uint8Array.of(3)), 'server')).toEqual([
      ['Payload data', 'inspector.violation.closeOfOneOctet'],
    ])
    expect(problems(shortFrame(8, Uint8Array.of(3, 0xed)), 'server')).toEqual([
      ['Close code', 'inspector.violation.closeCode'],
    ])
    const badReason = shortFrame(8, Uint8Array.of(3, 0xe8, 0x62, 0xff))
    expect(problems(badReason, 'server')).toEqual([
      ['Close reason', 'inspector.violation.closeReason'],
    ])
    expect(anatomyOf(badReason, 'server').wrongOctet).toBe(5)
  })

  it('leaves the masking key open if a browser hides it', () => {
    const frame = { ...shortFrame(1, 'Hi'), masked: true, header: Uint8Array.of(0x81, 0x82) }
    const anatomy = anatomyOf(frame, 'client')
    expect(anatomy.maskingKey).toBeUndefined()
    expect(
      anatomy.fields.slice(5).map((field) => [field.name, field.value, field.byteStart]),
    ).toEqual([
      ['Mask', '1', 1],
      ['Payload length', '2', 1],
      ['Masking-key', '', 2],
      ['Payload data', '“Hi”', 6],
    ])
    expect(octetsOf(anatomy).map((octet) => octet.digits.map(([digit]) => digit).join(''))).toEqual(
      ['81', '82', '??', '??', '??', '??', '??', '??'],
    )
    expect(
      octetsOf(anatomy)
        .map(({ character }) => character)
        .join(''),
    ).toBe('Hi')
    const empty = { ...shortFrame(9), masked: true, header: Uint8Array.of(0x89, 0x80) }
    expect(anatomyOf(empty, 'client').fields.at(-1)?.name).toBe('Masking-key')
  })

  it('does not invent a header that nobody saw', () => {
    expect(
      frameAnatomy({ ...shortFrame(9), header: new Uint8Array() }, { sender: 'server' }),
    ).toBeNull()
  })

  it('draws only the beginning of a large payload', () => {
    const anatomy = anatomyOf(longFrame(100_000), 'server')
    expect(anatomy.payload.length).toBe(64)
    expect(anatomy.payloadLength).toBe(100_000)
  })
})

describe('octetsOf', () => {
  it('gives the octets of the wire, with their unmasked characters', () => {
    const frame = maskedFrame(shortFrame(1, 'Hello'), key)
    const octets = octetsOf(anatomyOf(frame, 'client'))
    const hex = octets.map(({ digits }) => digits.map(([digit]) => digit).join('')).join(' ')
    expect(hex).toBe('81 85 37 fa 21 3d 7f 9f 4d 51 58')
    expect(octets.map(({ character }) => character).join('')).toBe('Hello')
    expect([...wireOctetsOf(frame, anatomyOf(frame, 'client'))]).toEqual([
      0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58,
    ])
  })

  it('puts a character at the first of its octets, and marks the octet that is wrong', () => {
    const whole = octetsOf(anatomyOf(shortFrame(1, 'é你!'), 'server'))
    expect(whole.slice(2).map(({ character }) => character)).toEqual(['é', '', '你', '', '', '!'])
    const frame = shortFrame(1, Uint8Array.of(0xc3, 0x28))
    const bad = octetsOf(anatomyOf(frame, 'server', { wrongPayloadOctet: 1 }))
    expect(bad.map(({ isWrong }) => isWrong)).toEqual([false, false, false, true])
    expect(bad.map(({ character }) => character)).toEqual(['', '', '·', '('])
  })

  it('colours each digit by its field', () => {
    const hues = octetsOf(anatomyOf(maskedFrame(shortFrame(1, 'H'), key), 'client'))
    expect(hues.map(({ digits }) => digits.map(([, hue]) => hue))).toEqual([
      ['fin', 'opcode'],
      ['length', 'length'],
      ...new Array<string[]>(4).fill(['mask', 'mask']),
      ['payload', 'payload'],
    ])
  })
})

describe('unmaskingSteps', () => {
  it('combines octet i with octet i mod 4 of the key (RFC 6455 §5.3)', () => {
    const steps = unmaskingSteps(anatomyOf(maskedFrame(shortFrame(1, 'Hello'), key), 'client'))
    expect(steps[4]).toEqual({
      index: 4,
      at: 10,
      keyAt: 2,
      keyIndex: 0,
      wire: 0x58,
      key: 0x37,
      octet: 0x6f,
      character: 'o',
    })
    expect(bitsOf(0x37).join('')).toBe('00110111')
  })

  it('has no steps for an unmasked frame', () => {
    expect(unmaskingSteps(anatomyOf(shortFrame(1, 'Hello'), 'server'))).toEqual([])
  })
})
