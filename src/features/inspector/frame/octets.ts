/** The octets of a frame on the wire, each with its character. */
import { hexOctet } from '../../../core/protocol/index.ts'
import type { TraceFrame } from '../../../core/trace/event.ts'
import type { FieldHue, FrameAnatomy } from './frame-anatomy.ts'

export interface OctetView {
  /** From the start of the frame. */
  readonly at: number
  /** Two hexadecimal digits, each with the hue of the field of most of its bits. */
  readonly digits: readonly [digit: string, hue: FieldHue][]
  /** Of the payload. A character of several octets is at its first octet. */
  readonly character: string
  /** Of the field of most of its bits. */
  readonly hue: FieldHue
  /** A field begins here. */
  readonly startsField: boolean
  readonly isWrong: boolean
}

const UNKNOWN = '?'

export function octetsOf(anatomy: FrameAnatomy): OctetView[] {
  const { header, payload, payloadStart, maskingKey } = anatomy
  const characters = charactersOf(payload)
  const views: OctetView[] = []
  for (let at = 0; at < payloadStart + payload.length; at += 1) {
    const index = at - payloadStart
    const isPayload = index >= 0
    const octet = isPayload
      ? wireOctet(anatomy.masked, maskingKey, payload[index] ?? 0, index)
      : header[at]
    const field = anatomy.fields.findLast(
      ({ byteStart, byteEnd }) => at >= byteStart && at < byteEnd,
    )
    const hue = field?.hue ?? 'payload'
    const [high = UNKNOWN, low = UNKNOWN] = octet === undefined ? '' : hexOctet(octet)
    // Of octet 0 the first digit is FIN and RSV1–3, the second the opcode. Of octet 1 seven bits
    // of eight are the length.
    const hues: readonly [FieldHue, FieldHue] = at === 0 ? ['fin', 'opcode'] : [hue, hue]
    views.push({
      at,
      digits: [
        [high, hues[0]],
        [low, hues[1]],
      ],
      character: isPayload && hue !== 'code' ? (characters[index] ?? '') : '',
      hue,
      startsField: at > 0 && field?.byteStart === at,
      isWrong: anatomy.wrongOctet === at,
    })
  }
  return views
}

/** RFC 6455 §5.3: octet i XOR octet i mod 4 of the key; undefined if the key is unknown. */
function wireOctet(
  masked: boolean,
  key: Uint8Array | undefined,
  octet: number,
  index: number,
): number | undefined {
  if (!masked) return octet
  return key === undefined ? undefined : octet ^ (key[index % 4] ?? 0)
}

/** The whole frame on the wire. Needs the masking key of a masked frame. */
export function wireOctetsOf(frame: TraceFrame, anatomy: FrameAnatomy): Uint8Array {
  const { maskingKey, payloadStart } = anatomy
  const octets = new Uint8Array(payloadStart + frame.payload.length)
  octets.set(frame.header)
  octets.set(frame.payload, payloadStart)
  if (maskingKey !== undefined)
    for (let at = payloadStart; at < octets.length; at += 1)
      octets[at] = (octets[at] ?? 0) ^ (maskingKey[(at - payloadStart) % 4] ?? 0)
  return octets
}

const INVISIBLE = '·'

/** One character for each octet; empty for octets that continue a character. */
function charactersOf(payload: Uint8Array): string[] {
  const characters = Array.from(payload, (octet) =>
    octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : INVISIBLE,
  )
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let at = 0; at < payload.length; at += 1) {
    const length = announcedLength(payload[at] ?? 0)
    if (length === 1 || at + length > payload.length) continue
    try {
      characters[at] = decoder.decode(payload.subarray(at, at + length))
      characters.fill('', at + 1, at + length)
      at += length - 1
    } catch {
      // Invalid UTF-8: each octet keeps its own character.
    }
  }
  return characters
}

/** The length of the character that this octet begins; 1 if it begins none. */
function announcedLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 1
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}
