/** The octets of a frame one by one, as they were on the wire, with the text that they say. */
import { hexOctet } from '../../../core/protocol/index.ts'
import type { TraceFrame } from '../../../core/trace/event.ts'
import type { FieldHue, FrameAnatomy } from './frame-anatomy.ts'

export interface OctetView {
  /** From the start of the frame. */
  readonly at: number
  /** Two hexadecimal digits, each with the hue of the field that most of its bits belong to. */
  readonly digits: readonly [digit: string, hue: FieldHue][]
  /** Of the payload: what it says. A character of several octets stands at its first one. */
  readonly character: string
  /** Of the field that the octet belongs to most. */
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

/** RFC 6455 §5.3: octet i is combined with octet i mod 4 of the key; undefined where that is not known. */
function wireOctet(
  masked: boolean,
  key: Uint8Array | undefined,
  octet: number,
  index: number,
): number | undefined {
  if (!masked) return octet
  return key === undefined ? undefined : octet ^ (key[index % 4] ?? 0)
}

/** The whole frame as it was on the wire, where its masking key is known if it has one. */
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

/** For each octet its character; of those that continue one, nothing. */
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
      // No character: each octet stands for itself.
    }
  }
  return characters
}

/** Octets of the character that this one begins, if it begins one. */
function announcedLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 1
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}
