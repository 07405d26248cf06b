import { Frame } from './frame.ts'

/** The fields of a frame by the names that RFC 6455 §5.2 gives them. */
export type FrameFieldName =
  | 'FIN'
  | 'RSV1'
  | 'RSV2'
  | 'RSV3'
  | 'Opcode'
  | 'Mask'
  | 'Payload length'
  | 'Extended payload length'
  | 'Masking-key'
  | 'Payload data'

export interface FrameField {
  readonly name: FrameFieldName
  /** From the first bit of the frame; bit 0 is the most significant bit of octet 0. */
  readonly bitOffset: number
  readonly bitLength: number
  /** The octets that the field touches: `byteStart` up to, not including, `byteEnd`. */
  readonly byteStart: number
  readonly byteEnd: number
  /**
   * Bits and lengths as a number (an extended length of 64 bits as a bigint); the masking key and
   * the payload, unmasked, as octets.
   */
  readonly value: number | bigint | Uint8Array
}

/** What a frame was on the wire, but for its payload, which is unmasked. */
export type FrameOctets = Pick<Frame, 'header' | 'payload'>

/**
 * Every field of a frame, in the order of RFC 6455 §5.2. The spans are contiguous and cover the
 * frame whole; fields that a frame does not have are left out.
 */
export function frameFields({ header, payload }: FrameOctets): readonly FrameField[] {
  const frame = new Frame(header, payload)
  const fields: FrameField[] = []
  let bit = 0
  const add = (name: FrameFieldName, bitLength: number, value: FrameField['value']) => {
    const byteEnd = Math.ceil((bit + bitLength) / 8)
    fields.push({ name, bitOffset: bit, bitLength, byteStart: bit >> 3, byteEnd, value })
    bit += bitLength
  }
  // A header has two octets at least.
  const length = (frame.header[1] as number) & 0x7f

  add('FIN', 1, Number(frame.fin))
  add('RSV1', 1, Number(frame.rsv1))
  add('RSV2', 1, Number(frame.rsv2))
  add('RSV3', 1, Number(frame.rsv3))
  add('Opcode', 4, frame.opcode)
  add('Mask', 1, Number(frame.masked))
  add('Payload length', 7, length)
  if (length === 126) add('Extended payload length', 16, Number(unsigned(frame.header, 2, 4)))
  if (length === 127) add('Extended payload length', 64, unsigned(frame.header, 2, 10))
  if (frame.maskingKey !== undefined) add('Masking-key', 32, frame.maskingKey)
  if (frame.payload.length > 0) add('Payload data', frame.payload.length * 8, frame.payload)
  return fields
}

/** The unsigned integer in network byte order at `octets[start … end)`. */
function unsigned(octets: Uint8Array, start: number, end: number): bigint {
  return octets.subarray(start, end).reduce((value, octet) => (value << 8n) | BigInt(octet), 0n)
}
