/** A frame taken apart as RFC 6455 §5.2 draws it: each field with its bits, octets and meaning. */
import {
  decodeClosePayload,
  frameFields,
  isControl,
  Opcode,
  opcodeName,
  type FrameField,
  type FrameFieldName,
} from '../../core/protocol/index.ts'
import { codeAndReason, frameName, previewPayload } from '../../core/trace/describe/index.ts'
import type { Side, TraceFrame } from '../../core/trace/event.ts'
import { text, type Text } from './text.ts'

/** Fields of one hue belong together; `mask` is the Mask bit and the masking key. */
export type FieldHue = 'fin' | 'rsv' | 'opcode' | 'mask' | 'length' | 'payload'

export interface AnatomyField {
  readonly name: FrameFieldName
  readonly hue: FieldHue
  /** In the drawing, of 32 columns; bits up to the 16th are to scale, what follows is not. */
  readonly columns: number
  /** The bits of a field of up to 16 bits; otherwise empty. */
  readonly bits: string
  /** The value as people write it: `1`, `TEXT`, `37 fa 21 3d`. */
  readonly value: string
  readonly meaning: Text
  /** Of RFC 6455, unless it says otherwise: `§5.2`. */
  readonly section: string
  /** The octets that the field touches, from the start of the frame; the end is not among them. */
  readonly byteStart: number
  readonly byteEnd: number
}

export interface FrameAnatomy {
  readonly fields: readonly AnatomyField[]
  /** Octets of the header as they were on the wire. */
  readonly header: Uint8Array
  /** The first octets of the payload as they were on the wire: masked where the frame is. */
  readonly wirePayload: Uint8Array
  /** The same octets, unmasked. */
  readonly payload: Uint8Array
  readonly payloadLength: number
  /** Four octets, where the frame is masked. */
  readonly maskingKey?: Uint8Array
}

/** Octets of payload that are drawn one by one. */
export const SHOWN_PAYLOAD = 64

const HALF = 16

const HUES: Readonly<Record<FrameFieldName, FieldHue>> = {
  FIN: 'fin',
  RSV1: 'rsv',
  RSV2: 'rsv',
  RSV3: 'rsv',
  Opcode: 'opcode',
  Mask: 'mask',
  'Payload length': 'length',
  'Extended payload length': 'length',
  'Masking-key': 'mask',
  'Payload data': 'payload',
}

/**
 * @param sender the side that put the frame on the wire, which decides whether it has to be masked.
 * @returns null where nobody knows the frame's header, as for one that a browser hides.
 */
export function frameAnatomy(frame: TraceFrame, sender: Side): FrameAnatomy | null {
  if (frame.header.length < 2) return null
  const maskingKey = frame.masked ? frame.header.subarray(-4) : undefined
  const fields = frameFields(frame)
  const payload = frame.payload.subarray(0, SHOWN_PAYLOAD)
  return {
    fields: fields.map((field, index) => ({
      name: field.name,
      hue: HUES[field.name],
      columns: columnsOf(field, index, fields.length),
      bits: bitsOf(field),
      value: valueOf(field, frame),
      meaning: meaningOf(field, frame, sender),
      section: sectionOf(field, frame),
      byteStart: field.byteStart,
      byteEnd: field.byteEnd,
    })),
    header: frame.header,
    wirePayload: maskingKey === undefined ? payload : masked(payload, maskingKey),
    payload,
    payloadLength: frame.payload.length,
    ...(maskingKey === undefined ? {} : { maskingKey }),
  }
}

/** The first seven fields fill half a row; each that follows takes half a row, the last the rest. */
const FIELDS_OF_FIRST_HALF = 7

function columnsOf(field: FrameField, index: number, count: number): number {
  if (index < FIELDS_OF_FIRST_HALF) return field.bitLength
  const startsRow = (index - FIELDS_OF_FIRST_HALF) % 2 === 1
  return startsRow && index === count - 1 ? 2 * HALF : HALF
}

function bitsOf({ bitLength, value }: FrameField): string {
  return typeof value === 'number' && bitLength <= HALF
    ? value.toString(2).padStart(bitLength, '0')
    : ''
}

/** RFC 6455 §5.3: octet i is combined with octet i mod 4 of the key. It unmasks as well. */
function masked(payload: Uint8Array, key: Uint8Array): Uint8Array {
  return payload.map((octet, index) => octet ^ (key[index % 4] ?? 0))
}

function valueOf({ name, value }: FrameField, frame: TraceFrame): string {
  if (name === 'Payload data') return previewPayload(frame, 40)
  if (name === 'Opcode') return `0x${frame.opcode.toString(16)} ${frameName(frame.opcode)}`
  return value instanceof Uint8Array
    ? Array.from(value, (octet) => octet.toString(16).padStart(2, '0')).join(' ')
    : String(value)
}

function meaningOf({ name, value }: FrameField, frame: TraceFrame, sender: Side): Text {
  const set = value === 1
  switch (name) {
    case 'FIN':
      return text(set ? 'inspector.frame.fin' : 'inspector.frame.finNot')
    case 'RSV1':
      return text(set ? 'inspector.frame.compressed' : 'inspector.frame.rsv')
    case 'RSV2':
    case 'RSV3':
      return text(set ? 'inspector.frame.rsvSet' : 'inspector.frame.rsv')
    case 'Opcode':
      return text(`inspector.opcode.${opcodeName(frame.opcode)}`)
    case 'Mask':
      if (sender === 'client')
        return text(set ? 'inspector.frame.masked' : 'inspector.frame.maskMissing')
      return text(set ? 'inspector.frame.maskForbidden' : 'inspector.frame.notMasked')
    case 'Payload length':
      if (value === 126) return text('inspector.frame.length126')
      if (value === 127) return text('inspector.frame.length127')
      return text('inspector.frame.length', { octets: String(value) })
    case 'Extended payload length':
      return text('inspector.frame.length', { octets: String(value) })
    case 'Masking-key':
      return text('inspector.frame.key')
    case 'Payload data':
      return meaningOfPayload(frame)
  }
}

function meaningOfPayload(frame: TraceFrame): Text {
  if (frame.opcode === Opcode.Close) {
    try {
      const { code, reason } = decodeClosePayload(frame.payload)
      return text('inspector.frame.closePayload', { status: codeAndReason(code, reason) })
    } catch (error) {
      // A ProtocolViolation, whose message says which rule the payload breaks.
      const problem = error instanceof Error ? error.message : String(error)
      return text('inspector.frame.badClosePayload', { problem })
    }
  }
  if (frame.rsv1) return text('inspector.frame.compressedPayload')
  if (isControl(frame.opcode)) return text('inspector.frame.controlPayload')
  if (frame.opcode === Opcode.Text) return text('inspector.frame.textPayload')
  return text('inspector.frame.payload')
}

function sectionOf({ name }: FrameField, frame: TraceFrame): string {
  switch (name) {
    case 'FIN':
      return '§5.4'
    case 'RSV1':
      return frame.rsv1 ? 'RFC 7692 §6' : '§5.2'
    case 'Mask':
    case 'Masking-key':
      return '§5.3'
    case 'Payload data':
      if (frame.opcode === Opcode.Close) return '§5.5.1'
      return isControl(frame.opcode) ? '§5.5' : '§5.6'
    default:
      return '§5.2'
  }
}
