/** Frames (RFC 6455 §5.2). */
import { copyMasked } from './masking.ts'

/**
 * One frame as it was on the wire. Its own fields are plain data and survive structured cloning.
 *
 * A class, though a literal would do, and its fields only declared: V8 makes it in half the time.
 */
export class Frame {
  declare readonly fin: boolean
  declare readonly rsv1: boolean
  declare readonly rsv2: boolean
  declare readonly rsv3: boolean
  /** 0 to 15. */
  declare readonly opcode: number
  declare readonly masked: boolean
  /** The octets before the payload, masking key included: 2 to 14. */
  declare readonly header: Uint8Array
  /**
   * Unmasked; still compressed where RSV1 says so. Like the header it may be a view of a part of
   * the bytes that were received: copy it before transferring it.
   */
  declare readonly payload: Uint8Array

  /** Reads the fields of a frame from its header. */
  constructor(header: Uint8Array, payload: Uint8Array) {
    // A header has two octets at least.
    const first = header[0] as number
    const second = header[1] as number
    this.fin = (first & 0x80) !== 0
    this.rsv1 = (first & 0x40) !== 0
    this.rsv2 = (first & 0x20) !== 0
    this.rsv3 = (first & 0x10) !== 0
    this.opcode = first & 0x0f
    this.masked = (second & 0x80) !== 0
    this.header = header
    this.payload = payload
  }

  /** The last four octets of the header, nothing where the frame is not masked (RFC 6455 §5.3). */
  get maskingKey(): Uint8Array | undefined {
    return this.masked ? this.header.subarray(-4) : undefined
  }
}

/**
 * An empty frame as a placeholder. It also keeps one frame alive: without any, a full garbage
 * collection makes V8 forget the shape of frames and the compiled code that makes them.
 */
export const noFrame = new Frame(new Uint8Array(2), new Uint8Array(0))

export interface FrameDescription {
  /** Default true. */
  readonly fin?: boolean
  readonly rsv1?: boolean
  readonly rsv2?: boolean
  readonly rsv3?: boolean
  /** 0 to 15. */
  readonly opcode: number
  /** Four octets. Where it is absent the frame is not masked. */
  readonly maskingKey?: Uint8Array
  /** Not masked. Default empty. */
  readonly payload?: Uint8Array
}

/**
 * The octets of a frame, in a new buffer. It also encodes frames that break the rules (a reserved
 * opcode, a control frame of 200 octets), so that a lesson can put them on the wire.
 *
 * @throws RangeError for an opcode that is not 0 to 15, or a key that is not four octets.
 */
export function encodeFrame(frame: FrameDescription): Uint8Array<ArrayBuffer> {
  const { fin = true, rsv1, rsv2, rsv3, opcode, maskingKey, payload = noFrame.payload } = frame
  if (!Number.isInteger(opcode) || opcode < 0 || opcode > 15) {
    throw new RangeError(`An opcode is 0 to 15, not ${opcode}`)
  }
  const first =
    (fin ? 0x80 : 0) | (rsv1 ? 0x40 : 0) | (rsv2 ? 0x20 : 0) | (rsv3 ? 0x10 : 0) | opcode
  const octets = startFrame(first, payload.length, maskingKey)
  const start = octets.length - payload.length
  if (maskingKey === undefined) octets.set(payload, start)
  else copyMasked(payload, 0, octets, start, octets.length, start, maskingKey, 0)
  return octets
}

function headerLength(payloadLength: number, masked: boolean): number {
  return (payloadLength < 126 ? 2 : payloadLength < 65536 ? 4 : 10) + (masked ? 4 : 0)
}

/**
 * Room for a whole frame, with its header in place; the payload's octets are still 0.
 * A long payload starts at a multiple of four in its buffer, where it can be masked by words.
 */
export function startFrame(
  first: number,
  payloadLength: number,
  maskingKey: Uint8Array | undefined,
): Uint8Array<ArrayBuffer> {
  const header = headerLength(payloadLength, maskingKey !== undefined)
  if (payloadLength < 126) {
    const octets = new Uint8Array(header + payloadLength)
    writeHeader(octets, first, payloadLength, maskingKey)
    return octets
  }
  const padding = -header & 3
  const octets = new Uint8Array(new ArrayBuffer(padding + header + payloadLength), padding)
  writeHeader(octets, first, payloadLength, maskingKey)
  return octets
}

/** Only the header of a frame; the payload follows as a separate chunk. */
export function encodeHeader(
  first: number,
  payloadLength: number,
  maskingKey: Uint8Array | undefined,
): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(headerLength(payloadLength, maskingKey !== undefined))
  writeHeader(octets, first, payloadLength, maskingKey)
  return octets
}

function writeHeader(
  octets: Uint8Array,
  first: number,
  payloadLength: number,
  maskingKey: Uint8Array | undefined,
): void {
  const mask = maskingKey === undefined ? 0 : 0x80
  let at = 2
  octets[0] = first
  if (payloadLength < 126) {
    octets[1] = mask | payloadLength
  } else if (payloadLength < 65536) {
    octets[1] = mask | 126
    octets[at++] = payloadLength >>> 8
    octets[at++] = payloadLength
  } else {
    octets[1] = mask | 127
    const high = Math.floor(payloadLength / 2 ** 32)
    for (let shift = 24; shift >= 0; shift -= 8) octets[at++] = high >>> shift
    for (let shift = 24; shift >= 0; shift -= 8) octets[at++] = payloadLength >>> shift
  }
  if (maskingKey === undefined) return
  if (maskingKey.length !== 4) {
    throw new RangeError(`A masking key has 4 octets, not ${maskingKey.length}`)
  }
  octets.set(maskingKey, at)
}
