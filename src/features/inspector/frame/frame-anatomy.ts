/** A frame taken apart as RFC 6455 §5.2 draws it: each field with its bits, octets and meaning. */
import {
  decodeClosePayload,
  findUtf8Error,
  frameFields,
  isControl,
  Opcode,
  opcodeName,
  type FrameField,
  type FrameFieldName,
  type FrameRule,
  type FrameViolation,
} from '../../../core/protocol/index.ts'
import {
  closePayloadOf,
  frameName,
  previewPayload,
  previewText,
} from '../../../core/trace/describe/index.ts'
import type { Side, TraceFrame } from '../../../core/trace/event.ts'
import { hexText } from '../bytes/hex-dump.ts'
import { closeCodeMeaning } from '../close-code-meaning.ts'
import { text, type Text } from '../../../ui/text.ts'

/** Fields of one hue belong together; `mask` is the Mask bit and the masking key. */
export type FieldHue = 'fin' | 'rsv' | 'opcode' | 'mask' | 'length' | 'code' | 'payload'

/** The payload of a Close frame is two fields (RFC 6455 §5.5.1). */
export type AnatomyFieldName = FrameFieldName | 'Close code' | 'Close reason'

/** A field before it is put into words. */
type Part = Omit<FrameField, 'name'> & { readonly name: AnatomyFieldName }

export interface AnatomyField extends Omit<Part, 'value'> {
  /** For where the name has no room. */
  readonly short: string
  readonly hue: FieldHue
  /** Of 32 in the drawing. Only the first 16 bits are to scale. */
  readonly columns: number
  /** The bits of a field of up to 7 bits; otherwise empty. */
  readonly bits: string
  /** As people write it: `1`, `TEXT`, `37 fa 21 3d`. Empty if nobody knows it. */
  readonly value: string
  readonly meaning: Text
  /** The rules that the field breaks. */
  readonly problems: readonly Text[]
  /** Of RFC 6455, unless it says otherwise: `§5.2`. */
  readonly section: string
}

export interface FrameAnatomy {
  readonly fields: readonly AnatomyField[]
  /** The header on the wire. */
  readonly header: Uint8Array
  /** The first octets of the payload, unmasked. */
  readonly payload: Uint8Array
  readonly payloadLength: number
  /** Beyond `header`, if that lacks an unknown masking key. */
  readonly payloadStart: number
  readonly masked: boolean
  /** Four octets, if the frame is masked and the key was seen. */
  readonly maskingKey?: Uint8Array
  /** The octet of the frame that breaks UTF-8. */
  readonly wrongOctet?: number
}

export interface FrameCircumstances {
  /** The side that put the frame on the wire. */
  readonly sender: Side
  readonly violations?: readonly FrameViolation[]
  /** From the start of the payload: the octet at which a text stops being UTF-8. */
  readonly wrongPayloadOctet?: number
}

/** Octets of payload that are drawn. */
export const SHOWN_PAYLOAD = 64

const HALF = 16
const KEY_OCTETS = 4

/** The section is that of most frames: see `sectionOf`. */
const LOOKS: Readonly<Record<AnatomyFieldName, Pick<AnatomyField, 'short' | 'hue' | 'section'>>> = {
  FIN: { short: 'F', hue: 'fin', section: '§5.4' },
  RSV1: { short: 'R', hue: 'rsv', section: '§5.2' },
  RSV2: { short: 'R', hue: 'rsv', section: '§5.2' },
  RSV3: { short: 'R', hue: 'rsv', section: '§5.2' },
  Opcode: { short: 'opcode', hue: 'opcode', section: '§5.2' },
  Mask: { short: 'M', hue: 'mask', section: '§5.3' },
  'Payload length': { short: 'length', hue: 'length', section: '§5.2' },
  'Extended payload length': { short: 'extended length', hue: 'length', section: '§5.2' },
  'Masking-key': { short: 'masking key', hue: 'mask', section: '§5.3' },
  'Payload data': { short: 'payload', hue: 'payload', section: '§5.6' },
  'Close code': { short: 'close code', hue: 'code', section: '§7.4' },
  'Close reason': { short: 'reason', hue: 'payload', section: '§7.1.6' },
}

/** @returns null if nobody saw the frame's header. */
export function frameAnatomy(
  frame: TraceFrame,
  { sender, violations = [], wrongPayloadOctet }: FrameCircumstances,
): FrameAnatomy | null {
  if (frame.header.length < 2) return null
  const keyKnown = frame.masked && frame.header.length === headerLengthOf(frame)
  const payloadStart = frame.header.length + (frame.masked && !keyKnown ? KEY_OCTETS : 0)
  const parts = partsOf(frame, keyKnown)
  const wrong = wrongPayloadOctet ?? wrongOctetOfReason(frame)
  return {
    fields: parts.map((part, index) => ({
      ...part,
      ...LOOKS[part.name],
      columns: columnsOf(part, index, parts.length),
      bits: bitsOf(part),
      value: valueOf(part, frame),
      meaning: meaningOf(part, frame, sender),
      problems: violations
        .filter((violation) => fieldOf(violation, parts) === part.name)
        .map(({ rule, section }) => text(`inspector.violation.${rule}`, { section })),
      section: sectionOf(part, frame),
    })),
    header: frame.header,
    payload: frame.payload.subarray(0, SHOWN_PAYLOAD),
    payloadLength: frame.payload.length,
    payloadStart,
    masked: frame.masked,
    ...(keyKnown ? { maskingKey: frame.header.subarray(-KEY_OCTETS) } : {}),
    ...(wrong === undefined ? {} : { wrongOctet: payloadStart + wrong }),
  }
}

/** The header's length by its own length field. */
function headerLengthOf({ header }: TraceFrame): number {
  const second = header[1] ?? 0
  const length = second & 0x7f
  const extended = length === 126 ? 2 : length === 127 ? 8 : 0
  return 2 + extended + ((second & 0x80) === 0 ? 0 : KEY_OCTETS)
}

/** The fields of RFC 6455, but two for the payload of a Close frame. */
function partsOf(frame: TraceFrame, keyKnown: boolean): Part[] {
  const parts = frame.masked && !keyKnown ? partsWithoutKey(frame) : frameFields(frame)
  return parts.flatMap((part) =>
    part.name === 'Payload data' && frame.opcode === Opcode.Close && frame.payload.length >= 2
      ? closeParts(part, frame.payload)
      : [part],
  )
}

/** The fields of a frame whose masking key nobody saw. */
function partsWithoutKey(frame: TraceFrame): Part[] {
  const [first = 0, second = 0, ...extended] = frame.header
  const unmasked = Uint8Array.of(first, second & 0x7f, ...extended)
  return frameFields({ header: unmasked, payload: frame.payload })
    .map((part): Part => (part.name === 'Mask' ? { ...part, value: 1 } : part))
    .flatMap((part): Part[] => {
      if (part.name !== 'Payload data') return [part]
      return [keyAt(frame.header.length), moved(part, KEY_OCTETS)]
    })
    .concat(frame.payload.length === 0 ? [keyAt(frame.header.length)] : [])
}

function keyAt(byteStart: number): Part {
  return {
    name: 'Masking-key',
    bitOffset: byteStart * 8,
    bitLength: KEY_OCTETS * 8,
    byteStart,
    byteEnd: byteStart + KEY_OCTETS,
    value: new Uint8Array(),
  }
}

function moved(part: Part, octets: number): Part {
  return {
    ...part,
    bitOffset: part.bitOffset + octets * 8,
    byteStart: part.byteStart + octets,
    byteEnd: part.byteEnd + octets,
  }
}

/** RFC 6455 §5.5.1: two octets of code, then the reason. */
function closeParts(part: Part, payload: Uint8Array): Part[] {
  const [high = 0, low = 0] = payload
  const middle = part.byteStart + 2
  const code: Part = {
    ...part,
    name: 'Close code',
    bitLength: HALF,
    byteEnd: middle,
    value: (high << 8) | low,
  }
  const reason: Part = {
    ...part,
    name: 'Close reason',
    bitOffset: part.bitOffset + HALF,
    bitLength: part.bitLength - HALF,
    byteStart: middle,
    value: payload.subarray(2),
  }
  return payload.length === 2 ? [code] : [code, reason]
}

function wrongOctetOfReason({ opcode, payload }: TraceFrame): number | undefined {
  if (opcode !== Opcode.Close || payload.length <= 2) return undefined
  const error = findUtf8Error(payload.subarray(2))
  return error === null ? undefined : 2 + Math.min(error.at, payload.length - 3)
}

const CLOSE_FIELDS: { readonly [R in FrameRule]?: AnatomyFieldName } = {
  closeCode: 'Close code',
  closeReason: 'Close reason',
}

/** The field to show a violation at. */
function fieldOf({ rule, field }: FrameViolation, parts: readonly Part[]): AnatomyFieldName {
  const precise = CLOSE_FIELDS[rule]
  return precise !== undefined && parts.some(({ name }) => name === precise) ? precise : field
}

/** The first seven fields fill half a row; later ones take half a row, the last one the rest. */
const FIELDS_OF_FIRST_HALF = 7

function columnsOf(part: Part, index: number, count: number): number {
  if (index < FIELDS_OF_FIRST_HALF) return part.bitLength
  const startsRow = (index - FIELDS_OF_FIRST_HALF) % 2 === 1
  return startsRow && index === count - 1 ? 2 * HALF : HALF
}

function bitsOf({ bitLength, value }: Part): string {
  return typeof value === 'number' && bitLength < 8
    ? value.toString(2).padStart(bitLength, '0')
    : ''
}

function valueOf({ name, value }: Part, frame: TraceFrame): string {
  if (name === 'Payload data') return previewPayload(frame, 40)
  if (name === 'Close reason') return `“${closePayloadOf(frame.payload)?.reason ?? ''}”`
  if (name === 'Opcode') return `0x${frame.opcode.toString(16)} ${frameName(frame.opcode)}`
  return value instanceof Uint8Array ? hexText(value) : String(value)
}

function meaningOf({ name, value }: Part, frame: TraceFrame, sender: Side): Text {
  const set = value === 1
  const keyKnown = value instanceof Uint8Array && value.length > 0
  switch (name) {
    case 'FIN':
      if (set && isControl(frame.opcode)) return text('inspector.frame.finControl')
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
      return text(keyKnown ? 'inspector.frame.key' : 'inspector.frame.keyHidden')
    case 'Payload data':
      return meaningOfPayload(frame)
    case 'Close code':
      return closeCodeMeaning(Number(value))
    case 'Close reason':
      return text('inspector.frame.closeReason')
  }
}

function meaningOfPayload(frame: TraceFrame): Text {
  if (frame.opcode === Opcode.Close) {
    try {
      decodeClosePayload(frame.payload)
    } catch (error) {
      // A ProtocolViolation, whose message says which rule the payload breaks.
      const problem = error instanceof Error ? error.message : String(error)
      return text('inspector.frame.badClosePayload', { problem: previewText(problem) })
    }
  }
  if (frame.rsv1) return text('inspector.frame.compressedPayload')
  if (isControl(frame.opcode)) return text('inspector.frame.controlPayload')
  if (frame.opcode === Opcode.Text) return text('inspector.frame.textPayload')
  return text('inspector.frame.payload')
}

function sectionOf({ name }: Part, { opcode, rsv1 }: TraceFrame): string {
  if (name === 'RSV1' && rsv1) return 'RFC 7692 §6'
  if (name === 'Payload data' && opcode === Opcode.Close) return '§5.5.1'
  if (name === 'Payload data' && isControl(opcode)) return '§5.5'
  return LOOKS[name].section
}
