/** Compression of messages (RFC 7692 §7.2), on pako's port of zlib. */
import {
  Z_BUF_ERROR,
  Z_DEFAULT_STRATEGY,
  Z_OK,
  Z_STREAM_END,
  Z_SYNC_FLUSH,
  zlibDeflate,
  zlibDeflateInit2,
  zlibDeflateReset,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateReset,
  zlibInflateResetKeep,
  ZStream,
} from 'pako'
import { CloseCode } from './close-code.ts'
import { concatenate } from './octets.ts'
import { violate } from './protocol-violation.ts'

/** permessage-deflate as it was negotiated (RFC 7692 §7.1). */
export interface PerMessageDeflate {
  readonly name: 'permessage-deflate'
  /** The server forgets its window after each message. */
  readonly serverNoContextTakeover: boolean
  /** The client forgets its window after each message. */
  readonly clientNoContextTakeover: boolean
  /** The base-2 logarithm of the server's window in octets, 8 to 15. */
  readonly serverMaxWindowBits: number
  /** The base-2 logarithm of the client's window in octets, 8 to 15. */
  readonly clientMaxWindowBits: number
}

export interface CompressionOptions {
  /** The base-2 logarithm of the window in octets, 8 to 15. */
  readonly windowBits: number
  /** Forget the window after each message. */
  readonly noContextTakeover: boolean
}

/** How the end of a flushed deflate stream looks. It is left off the wire (RFC 7692 §7.2.1). */
const TAIL = Uint8Array.of(0x00, 0x00, 0xff, 0xff)

/** An empty message still takes an octet (RFC 7692 §7.2.3.6). */
const EMPTY_BLOCK = 0x00

/** Octets compressed or decompressed at a time: a message exceeds its limit by at most one piece. */
const PIECE = 16 * 1024

const DEFLATED = 8
const LEVEL = 6
const MEMORY_LEVEL = 8

/** zlib's `data_type`: the decoder is between two blocks. */
const BETWEEN_BLOCKS = 128

/** Compresses messages, fragment by fragment. */
export class Deflater {
  readonly #options: CompressionOptions
  readonly #stream = new ZStream()
  readonly #output = new Uint8Array(PIECE)

  constructor(options: CompressionOptions) {
    this.#options = options
    // zlib has no window of 8 bits, but with 9 it never looks back further than 250 octets.
    const bits = Math.max(options.windowBits, 9)
    zlibDeflateInit2(this.#stream, LEVEL, DEFLATED, -bits, MEMORY_LEVEL, Z_DEFAULT_STRATEGY)
  }

  /**
   * The payload of one frame.
   *
   * @param last Whether the message ends with it.
   */
  deflate(octets: Uint8Array, last: boolean): Uint8Array {
    const stream = this.#stream
    const pieces: Uint8Array[] = []
    stream.input = octets
    stream.next_in = 0
    stream.avail_in = octets.length
    do {
      stream.output = this.#output
      stream.next_out = 0
      stream.avail_out = PIECE
      zlibDeflate(stream, Z_SYNC_FLUSH)
      if (stream.next_out > 0) pieces.push(this.#output.slice(0, stream.next_out))
    } while (stream.avail_out === 0)
    const compressed = concatenate(pieces)
    if (!last) return compressed
    if (this.#options.noContextTakeover) zlibDeflateReset(stream)
    // zlib does not flush twice with nothing in between.
    if (compressed.length === 0) return Uint8Array.of(EMPTY_BLOCK)
    return compressed.subarray(0, compressed.length - TAIL.length)
  }
}

/** Decompresses messages, however they are cut into fragments and chunks. */
export class Inflater {
  readonly #options: CompressionOptions
  readonly #stream = new ZStream()
  readonly #output = new Uint8Array(PIECE)
  /** The stream so far ended with a block marked as the last. */
  #ended = false

  constructor(options: CompressionOptions) {
    this.#options = options
    zlibInflateInit2(this.#stream, -options.windowBits)
  }

  /**
   * Takes the next octets of a message and gives all that they decompress to, in pieces of at most
   * 16 KiB. Where `take` throws, nothing more is decompressed, now or later.
   *
   * @param last Whether the message ends with them.
   * @throws ProtocolViolation 1007 when this is not a deflate stream.
   */
  inflate(octets: Uint8Array, last: boolean, take: (piece: Uint8Array) => void): void {
    this.#run(octets, take)
    if (!last) return
    // A message may end with a last block (RFC 7692 §7.2.3.5); some peers leave the empty one
    // after it out, to which the tail would belong.
    if (!this.#ended) {
      this.#run(TAIL, take)
      if ((this.#stream.data_type & BETWEEN_BLOCKS) === 0) invalidData()
    }
    this.#ended = false
    if (this.#options.noContextTakeover) zlibInflateReset(this.#stream)
  }

  #run(octets: Uint8Array, take: (piece: Uint8Array) => void): void {
    const stream = this.#stream
    stream.input = octets
    stream.next_in = 0
    stream.avail_in = octets.length
    if (octets.length > 0) this.#ended = false
    do {
      stream.output = this.#output
      stream.next_out = 0
      stream.avail_out = PIECE
      const status = zlibInflate(stream, Z_SYNC_FLUSH)
      // Also what came before an error: how the octets are cut must not matter.
      if (stream.next_out > 0) take(this.#output.slice(0, stream.next_out))
      if (status === Z_STREAM_END) {
        // Another stream may follow, and it may look back into this one.
        zlibInflateResetKeep(stream)
        this.#ended = stream.avail_in === 0
      } else if (status !== Z_OK && status !== Z_BUF_ERROR) {
        invalidData()
      }
    } while (stream.avail_out === 0 || stream.avail_in > 0)
  }
}

function invalidData(): never {
  violate(CloseCode.InvalidFramePayloadData, 'compressed data is not valid', 'RFC 7692 §7.2.2')
}
