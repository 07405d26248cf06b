import { Frame, noFrame } from './frame.ts'
import { copyMasked } from './masking.ts'
import { view } from './octets.ts'

/**
 * What a `FrameParser` reports about the frames it reads, in order of arrival. A handler may throw,
 * which leaves the parser unusable, or call `stop`.
 */
export interface FrameHandler {
  /** The first two octets: bits, opcode, mask bit, the short length. */
  start(first: number, second: number): void
  /**
   * The length of the payload is known; the masking key and the payload may be still to come.
   *
   * @param octets Octets that the extended length took: 0, 2 or 8.
   * @param high The upper 32 bits of a length of 64 bits, 0 for the others.
   */
  length(length: number, octets: number, high: number): void
  /**
   * A part of the payload has arrived, unmasked: `payload[start … end)`. Not called for the part
   * that completes the payload.
   */
  part(payload: Uint8Array, start: number, end: number): void
  /** The frame is complete. Its first `seen` octets of payload were given to `part` before. */
  frame(frame: Frame, seen: number): void
}

/** Gives room for a payload; its octets may be anything, for each is written before it is read. */
export type Allocate = (length: number) => Uint8Array

/** Below this many octets, an array that the language makes is the cheapest. */
const SHORT_PAYLOAD = 4096

/** The longest header: 2 octets, 8 of extended length, 4 of masking key. */
const MAX_HEADER = 14

/** Octets of room that a payload gets before it has arrived; it gets more as it comes. */
const EAGER_ROOM = 1 << 20

/**
 * Splits a byte stream into frames (RFC 6455 §5.2), however it is cut into chunks. It judges
 * nothing: that is its handler's part.
 *
 * Frames that lie whole in one chunk, which nearly all small ones do, take a short way: no octet of
 * them is held back, and those that are not masked are views of the chunk.
 */
export class FrameParser {
  readonly #handler: FrameHandler
  readonly #allocate: Allocate
  #stopped = false

  /** A header that is cut off by the end of a chunk. */
  #header = new Uint8Array(MAX_HEADER)
  #headerHeld = 0
  /** Octets of the header, as far as they are known. */
  #headerNeeded = 2

  /** A payload that is cut off by the end of a chunk: its header, its octets so far. */
  #pendingHeader: Uint8Array | undefined
  #payload: Uint8Array = noFrame.payload
  #payloadHeld = 0
  #payloadLength = 0

  constructor(handler: FrameHandler, allocate: Allocate = (length) => new Uint8Array(length)) {
    this.#handler = handler
    this.#allocate = allocate
  }

  /**
   * Reads the next octets of the stream. It keeps views of the chunk, which must not be written
   * afterwards.
   */
  push(chunk: Uint8Array): void {
    let at = 0
    while (at < chunk.length && !this.#stopped) {
      if (this.#pendingHeader !== undefined) {
        at = this.#continuePayload(this.#pendingHeader, chunk, at)
      } else if (this.#headerHeld === 0 && hasWholeHeader(chunk, at)) {
        at = this.#readHeader(chunk, at)
      } else {
        at = this.#holdHeader(chunk, at)
      }
    }
  }

  /** Reads nothing more, ever, not even the rest of the chunk. */
  stop(): void {
    this.#stopped = true
  }

  /** Whether the stream so far ends between two frames. */
  get betweenFrames(): boolean {
    return this.#pendingHeader === undefined && this.#headerHeld === 0
  }

  /** Reads a header that is whole in the chunk. */
  #readHeader(chunk: Uint8Array, start: number): number {
    const second = octetAt(chunk, start + 1)
    this.#handler.start(octetAt(chunk, start), second)
    this.#readLength(chunk, start, extendedLengthOctets(second))
    const end = start + headerOctets(second)
    return this.#startPayload(view(chunk, start, end), chunk, end)
  }

  /** Reads a header octet by octet, because the end of the chunk cuts it off. */
  #holdHeader(chunk: Uint8Array, start: number): number {
    this.#header[this.#headerHeld++] = octetAt(chunk, start)
    const second = octetAt(this.#header, 1)
    const extended = extendedLengthOctets(second)
    if (this.#headerHeld === 2) {
      this.#handler.start(octetAt(this.#header, 0), second)
      this.#headerNeeded = headerOctets(second)
    }
    if (this.#headerHeld === 2 + extended) this.#readLength(this.#header, 0, extended)
    if (this.#headerHeld < this.#headerNeeded) return start + 1

    const header = this.#header.slice(0, this.#headerNeeded)
    this.#headerHeld = 0
    this.#headerNeeded = 2
    return this.#startPayload(header, chunk, start + 1)
  }

  #readLength(octets: Uint8Array, start: number, extended: number): void {
    let high = 0
    if (extended === 0) {
      this.#payloadLength = octetAt(octets, start + 1) & 0x7f
    } else if (extended === 2) {
      this.#payloadLength = (octetAt(octets, start + 2) << 8) | octetAt(octets, start + 3)
    } else {
      high = uint32At(octets, start + 2)
      this.#payloadLength = high * 2 ** 32 + uint32At(octets, start + 6)
    }
    this.#handler.length(this.#payloadLength, extended, high)
  }

  /** Takes the payload from the chunk when it is there whole, otherwise waits for the rest. */
  #startPayload(header: Uint8Array, chunk: Uint8Array, start: number): number {
    const length = this.#payloadLength
    const end = start + length
    if (end > chunk.length) {
      this.#pendingHeader = header
      this.#payload = this.#room(Math.min(length, Math.max(EAGER_ROOM, chunk.length)))
      this.#payloadHeld = 0
      return start < chunk.length ? this.#continuePayload(header, chunk, start) : start
    }
    let payload
    if (isMasked(header)) {
      payload = this.#room(length)
      copyMasked(chunk, start, payload, 0, length, 0, header, header.length - 4)
    } else {
      payload = view(chunk, start, end)
    }
    this.#handler.frame(new Frame(header, payload), 0)
    return end
  }

  #continuePayload(header: Uint8Array, chunk: Uint8Array, start: number): number {
    const seen = this.#payloadHeld
    const held = Math.min(seen + chunk.length - start, this.#payloadLength)
    const end = start + held - seen
    this.#makeRoom(held)
    if (isMasked(header)) {
      copyMasked(chunk, start, this.#payload, seen, held, 0, header, header.length - 4)
    } else {
      this.#payload.set(view(chunk, start, end), seen)
    }
    this.#payloadHeld = held

    if (held < this.#payloadLength) {
      this.#handler.part(this.#payload, seen, held)
      return end
    }
    const frame = new Frame(header, this.#payload)
    this.#pendingHeader = undefined
    this.#payload = noFrame.payload
    this.#handler.frame(frame, seen)
    return end
  }

  /** Grows by doubling, so that a length that was only claimed costs no memory. */
  #makeRoom(held: number): void {
    if (held <= this.#payload.length) return
    const room = Math.min(Math.max(held, this.#payload.length * 2), this.#payloadLength)
    const payload = this.#room(room)
    payload.set(this.#payload)
    this.#payload = payload
  }

  #room(length: number): Uint8Array {
    return length < SHORT_PAYLOAD ? new Uint8Array(length) : this.#allocate(length)
  }
}

function hasWholeHeader(chunk: Uint8Array, at: number): boolean {
  const rest = chunk.length - at
  return rest >= MAX_HEADER || (rest >= 2 && rest >= headerOctets(octetAt(chunk, at + 1)))
}

/** Octets of a header with this second octet: the masking key has four, the mask bit is 0x80. */
function headerOctets(second: number): number {
  return 2 + extendedLengthOctets(second) + ((second & 0x80) >> 5)
}

/** Octets of the extended length of a frame with this second octet: 0, 2 or 8. */
export function extendedLengthOctets(second: number): number {
  const length = second & 0x7f
  return length < 126 ? 0 : length === 126 ? 2 : 8
}

function isMasked(header: Uint8Array): boolean {
  return (octetAt(header, 1) & 0x80) !== 0
}

function uint32At(octets: Uint8Array, at: number): number {
  return (
    octetAt(octets, at) * 2 ** 24 +
    ((octetAt(octets, at + 1) << 16) | (octetAt(octets, at + 2) << 8) | octetAt(octets, at + 3))
  )
}

// Callers stay inside the array.
function octetAt(octets: Uint8Array, at: number): number {
  return octets[at] as number
}
