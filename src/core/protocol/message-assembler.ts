import { CloseCode } from './close-code.ts'
import { Opcode, type DataOpcode } from './opcode.ts'
import type { Inflater } from './permessage-deflate.ts'
import { Pieces } from './pieces.ts'
import { violate } from './protocol-violation.ts'
import { decodeUtf8, Utf8Decoder } from './utf8.ts'

/** Puts the payloads of a message's frames together (RFC 6455 §5.4), one message after another. */
export class MessageAssembler {
  readonly #maxMessageSize: number
  readonly #maxFragments: number
  readonly #inflater: Inflater | undefined

  #underWay = false
  #opcode: DataOpcode = Opcode.Text
  #compressed = false
  #fragments = 0
  /** Octets that the headers of the message so far announced. */
  #announced = 0
  /** Whether a part of the message was taken already. */
  #begun = false
  readonly #text = new Utf8Decoder()
  readonly #binary = new Pieces()
  /** Octets of a compressed message so far, decompressed. */
  #inflated = 0

  /** @param maxMessageSize Octets, decompressed. */
  constructor(maxMessageSize: number, maxFragments: number, inflater: Inflater | undefined) {
    this.#maxMessageSize = maxMessageSize
    this.#maxFragments = maxFragments
    this.#inflater = inflater
  }

  /** Whether a message has begun and its last frame has not ended. */
  get underWay(): boolean {
    return this.#underWay
  }

  start(opcode: DataOpcode, compressed: boolean): void {
    this.#underWay = true
    this.#opcode = opcode
    this.#compressed = compressed
    this.#fragments = 0
    this.#announced = 0
    this.#begun = false
    this.#inflated = 0
  }

  /**
   * A frame of the message has a payload of this length.
   *
   * @throws ProtocolViolation 1008 when that makes the message's fragments too many, 1009 when that
   *   makes it too big.
   */
  announce(length: number): void {
    this.#fragments += 1
    if (this.#fragments > this.#maxFragments) {
      const reason = `message of more than ${this.#maxFragments} fragments`
      violate(CloseCode.PolicyViolation, reason, 'RFC 6455 §7.4.1')
    }
    this.#announced += length
    const limit = this.#compressed ? mostCompressed(this.#maxMessageSize) : this.#maxMessageSize
    if (this.#announced > limit) this.#tooBig()
  }

  /**
   * A part of a frame's payload that is not complete. Text is validated and compressed data is
   * decompressed at once; binary data waits for the frame.
   *
   * @throws ProtocolViolation 1007 or 1009
   */
  part(octets: Uint8Array): void {
    if (this.#compressed) this.#inflate(octets, false)
    else if (this.#opcode === Opcode.Text) this.#takeText(octets)
  }

  /**
   * A frame of the message is complete.
   *
   * @param seen Octets of the payload that were given to `part`.
   * @returns The message when this was its last frame.
   * @throws ProtocolViolation 1007 or 1009
   */
  frame(payload: Uint8Array, seen: number, fin: boolean): string | Uint8Array | undefined {
    if (fin) this.#underWay = false
    if (this.#compressed) {
      this.#inflate(seen === 0 ? payload : payload.subarray(seen), fin)
      return fin ? this.#end() : undefined
    }
    // The short way of nearly all messages: one frame, in one chunk.
    if (fin && !this.#begun) {
      if (this.#opcode === Opcode.Binary) return payload
      return decodeUtf8(payload) ?? invalidText()
    }
    if (this.#opcode === Opcode.Text) this.#takeText(seen === 0 ? payload : payload.subarray(seen))
    else this.#takeBinary(payload)
    return fin ? this.#end() : undefined
  }

  #inflate(octets: Uint8Array, last: boolean): void {
    this.#begun = true
    // A compressed message exists only where the extension was negotiated.
    this.#inflater?.inflate(octets, last, (piece) => {
      const room = this.#maxMessageSize - this.#inflated
      this.#inflated += piece.length
      // What still fits is judged first: then the cut into chunks does not decide which rule broke.
      this.#take(piece.length > room ? piece.subarray(0, room) : piece)
      if (piece.length > room) this.#tooBig()
    })
  }

  #take(octets: Uint8Array): void {
    if (this.#opcode === Opcode.Text) this.#takeText(octets)
    else this.#takeBinary(octets)
  }

  #takeText(octets: Uint8Array): void {
    this.#begun = true
    if (!this.#text.push(octets)) invalidText()
  }

  #takeBinary(octets: Uint8Array): void {
    this.#begun = true
    this.#binary.push(octets)
  }

  #end(): string | Uint8Array {
    if (this.#opcode === Opcode.Text) return this.#text.end() ?? invalidText()
    return this.#binary.take()
  }

  #tooBig(): never {
    const reason = `message of more than ${this.#maxMessageSize} octets`
    violate(CloseCode.MessageTooBig, reason, 'RFC 6455 §7.4.1')
  }
}

function invalidText(): never {
  violate(CloseCode.InvalidFramePayloadData, 'text is not valid UTF-8', 'RFC 6455 §8.1')
}

/**
 * The most octets that a message of this size takes when compressed. Deflate's worst case is an
 * eighth more and a few octets a block.
 */
function mostCompressed(size: number): number {
  return size + size / 8 + 1024
}
