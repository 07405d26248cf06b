import { encodeHeader, startFrame } from './frame.ts'
import { InvalidStateError } from './invalid-state-error.ts'
import { copyMasked, maskInPlace } from './masking.ts'
import { Opcode, type DataOpcode } from './opcode.ts'
import type { Deflater } from './permessage-deflate.ts'
import { encodeUtf8 } from './utf8.ts'

export interface FrameSenderOptions {
  /** Four octets a frame where frames are masked (RFC 6455 §5.3); absent where they are not. */
  readonly newMaskingKey: (() => Uint8Array) | undefined
  /** Where permessage-deflate was negotiated. */
  readonly deflater: Deflater | undefined
}

/** A text this short, in UTF-16 code units, is written into its frame without a TextEncoder. */
const SHORT_TEXT = 96

/** Octets from which a payload is a separate chunk instead of being copied behind its header. */
const CHUNK_OF_ITS_OWN = 1 << 14

const FIN = 0x80
const RSV1 = 0x40

/** The sending half of a connection: turns messages into frames, frames into chunks of bytes. */
export class FrameSender {
  readonly #newMaskingKey: (() => Uint8Array) | undefined
  readonly #deflater: Deflater | undefined
  #chunks: Uint8Array[] = []
  /** The opcode of the fragmented message that is under way. */
  #fragmented: DataOpcode | undefined

  constructor({ newMaskingKey, deflater }: FrameSenderOptions) {
    this.#newMaskingKey = newMaskingKey
    this.#deflater = deflater
  }

  text(text: string, fin: boolean): void {
    const first = this.#firstOctet(Opcode.Text, fin)
    if (this.#deflater !== undefined) {
      this.#compressed(first, encodeUtf8(text), this.#deflater)
    } else if (text.length > SHORT_TEXT || !this.#shortAscii(first, text)) {
      this.#frame(first, encodeUtf8(text), true)
    }
  }

  binary(octets: Uint8Array, fin: boolean): void {
    const first = this.#firstOctet(Opcode.Binary, fin)
    if (this.#deflater !== undefined) this.#compressed(first, octets, this.#deflater)
    else this.#frame(first, octets, false)
  }

  control(opcode: number, payload: Uint8Array): void {
    this.#frame(FIN | opcode, payload, false)
  }

  /** Asks to close this side of the transport: an empty chunk says so. */
  end(): void {
    this.#chunks.push(new Uint8Array(0))
  }

  drain(): Uint8Array[] {
    const chunks = this.#chunks
    this.#chunks = []
    return chunks
  }

  /** FIN and opcode of the next frame of a message (RFC 6455 §5.4). */
  #firstOctet(opcode: DataOpcode, fin: boolean): number {
    const begun = this.#fragmented
    if (begun !== undefined && begun !== opcode) {
      throw new InvalidStateError('A message of the other type is not finished yet')
    }
    this.#fragmented = fin ? undefined : opcode
    return (fin ? FIN : 0) | (begun === undefined ? opcode : Opcode.Continuation)
  }

  #compressed(first: number, octets: Uint8Array, deflater: Deflater): void {
    const rsv1 = (first & 0x0f) === Opcode.Continuation ? 0 : RSV1
    this.#frame(first | rsv1, deflater.deflate(octets, (first & FIN) !== 0), true)
  }

  /** @param owned Whether the payload is the sender's own, so that it may be masked in place. */
  #frame(first: number, payload: Uint8Array, owned: boolean): void {
    const key = this.#newMaskingKey?.()
    if (payload.length >= CHUNK_OF_ITS_OWN && (owned || key === undefined)) {
      this.#chunks.push(encodeHeader(first, payload.length, key))
      if (key !== undefined) maskInPlace(payload, 0, payload.length, 0, key, 0)
      this.#chunks.push(payload)
      return
    }
    const octets = startFrame(first, payload.length, key)
    const start = octets.length - payload.length
    if (key === undefined) octets.set(payload, start)
    else copyMasked(payload, 0, octets, start, octets.length, start, key, 0)
    this.#chunks.push(octets)
  }

  /** Writes and masks in one pass. False, and nothing sent, when the text is not ASCII. */
  #shortAscii(first: number, text: string): boolean {
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) > 0x7f) return false
    }
    const key = this.#newMaskingKey?.()
    const octets = startFrame(first, text.length, key)
    const start = octets.length - text.length
    for (let i = 0; i < text.length; i++) {
      // A masking key has four octets: startFrame saw to it.
      octets[start + i] = text.charCodeAt(i) ^ (key === undefined ? 0 : (key[i & 3] as number))
    }
    this.#chunks.push(octets)
    return true
  }
}
