/** The bytes of a frame as somebody types them, and what the engine reads in them. */
import {
  FrameDecoder,
  frameFields,
  frameViolations,
  Opcode,
  type Frame,
  type FrameField,
  type FrameFieldName,
  type FrameRule,
} from '../../core/protocol/index.ts'
import { frameName } from '../../core/trace/describe/index.ts'
import { maskInPlace } from '../../core/protocol/masking.ts'
import type { Side } from '../../core/trace/event.ts'

const hello = [0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58]

/** What may be tried, by the name of its text. */
export const EXAMPLES = [
  { id: 'hello', sender: 'client', octets: hello },
  { id: 'echo', sender: 'server', octets: [0x81, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f] },
  { id: 'ping', sender: 'server', octets: [0x89, 0x00] },
  { id: 'close', sender: 'server', octets: [0x88, 0x02, 0x03, 0xe8] },
  { id: 'long', sender: 'server', octets: [0x82, 0x7e, 0x01, 0x00, 0x2a] },
] as const satisfies readonly {
  readonly id: string
  readonly sender: Side
  readonly octets: readonly number[]
}[]

/** Octets that the field takes: a frame with a long payload is only begun. */
export const MAX_OCTETS = 24

export const hexOf = (octets: readonly number[]): string =>
  octets.map((octet) => octet.toString(16).padStart(2, '0')).join(' ')

/** The octets of a text in hexadecimal, two digits each; undefined where it is none, or too long. */
export function readHex(text: string): readonly number[] | undefined {
  const digits = text.replaceAll(/[\s,]|0x/gi, '')
  if (!/^([0-9a-f]{2})*$/i.test(digits) || digits.length > 2 * MAX_OCTETS) return undefined
  return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
}

/** With one bit of the first two octets the other way round; bit 0 is the first on the wire. */
export function flip(octets: readonly number[], bit: number): readonly number[] {
  return octets.map((octet, index) => (index === bit >> 3 ? octet ^ (0x80 >> (bit & 7)) : octet))
}

/** The bits of an octet, the first on the wire first. */
export const bitsOf = (octet: number): readonly boolean[] =>
  Array.from({ length: 8 }, (_, bit) => (octet & (0x80 >> bit)) !== 0)

export interface ReadField {
  readonly name: FrameFieldName
  /** As they are on the wire, in hexadecimal, or the bits of a field of less than an octet. */
  readonly raw: string
  /** As people write it: `Text`, `5`. */
  readonly value: string
}

export interface Reading {
  readonly fields: readonly ReadField[]
  readonly opcode: string
  /** Octets of the frame that are still to come; `null` where that is not known yet. */
  readonly missing: number | null
  /** Octets that belong to the next frame. */
  readonly rest: number
  /** A complete text, or what bytes it is; null for a frame that is not complete or is empty. */
  readonly payload: string | null
  readonly broken: readonly { readonly rule: FrameRule; readonly section: string }[]
}

/** What the engine reads in octets that arrive from this side, as the first frame. */
export function read(octets: readonly number[], sender: Side): Reading {
  const bytes = Uint8Array.from(octets)
  const [first, second] = octets
  const frame = new FrameDecoder().push(bytes)[0]
  const context = { sender, deflate: false, insideMessage: false }
  if (frame !== undefined) {
    const size = frame.header.length + frame.payload.length
    return {
      fields: frameFields(frame).map((field) => readField(field, bytes)),
      opcode: frameName(frame.opcode),
      missing: 0,
      rest: bytes.length - size,
      payload: payloadOf(frame),
      broken: frameViolations(frame, context),
    }
  }
  if (first === undefined || second === undefined)
    return { fields: [], opcode: '', missing: null, rest: 0, payload: null, broken: [] }
  const begun = begin(bytes, second)
  return {
    fields: frameFields(begun)
      .filter(({ byteEnd }) => byteEnd <= bytes.length)
      .map((field) => readField(field, bytes)),
    opcode: frameName(first & 0x0f),
    missing: begun.missing,
    rest: 0,
    payload: null,
    // The rules about the header alone: of a payload that is still to come, nothing is known.
    broken: frameViolations(
      { ...headerOf(begun.header), payload: new Uint8Array(65_536) },
      context,
    ).filter(({ field }) => field !== 'Payload data'),
  }
}

/** A frame whose end has not arrived: its header, filled up with zeros, and what there is of it. */
function begin(bytes: Uint8Array, second: number) {
  const length = second & 0x7f
  const extended = length === 126 ? 2 : length === 127 ? 8 : 0
  const size = 2 + extended + ((second & 0x80) === 0 ? 0 : 4)
  const header = new Uint8Array(size)
  header.set(bytes.subarray(0, size))
  const payload = bytes.slice(size)
  if ((second & 0x80) !== 0) maskInPlace(payload, 0, payload.length, 0, header, header.length - 4)
  const isKnown = bytes.length >= 2 + extended
  const total = extended === 0 ? length : Number(unsigned(header, 2, 2 + extended))
  return { header, payload, missing: isKnown ? size + total - bytes.length : null }
}

function headerOf(header: Uint8Array) {
  const [first = 0, second = 0] = header
  return {
    fin: (first & 0x80) !== 0,
    rsv1: (first & 0x40) !== 0,
    rsv2: (first & 0x20) !== 0,
    rsv3: (first & 0x10) !== 0,
    opcode: first & 0x0f,
    masked: (second & 0x80) !== 0,
    header,
  }
}

/** The integer in network byte order. */
const unsigned = (octets: Uint8Array, start: number, end: number): bigint =>
  octets.subarray(start, end).reduce((value, octet) => (value << 8n) | BigInt(octet), 0n)

function readField(
  { name, byteStart, byteEnd, bitLength, value }: FrameField,
  bytes: Uint8Array,
): ReadField {
  const raw =
    typeof value === 'number' && bitLength < 8
      ? value.toString(2).padStart(bitLength, '0')
      : hexOf([...bytes.subarray(byteStart, byteEnd)])
  return { name, raw, value: value instanceof Uint8Array ? hexOf([...value]) : String(value) }
}

function payloadOf({ opcode, payload }: Frame): string | null {
  if (payload.length === 0) return null
  if (opcode !== Opcode.Text) return hexOf([...payload])
  return `“${new TextDecoder().decode(payload)}”`
}
