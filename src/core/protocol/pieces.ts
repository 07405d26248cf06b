import { concatenate, view } from './octets.ts'

/** Pieces of this length stay views, where they are most of the buffer that they keep alive. */
const MIN_KEPT = 16 * 1024
const MIN_BLOCK = 256
const MAX_BLOCK = 64 * 1024

/**
 * Octets that arrive in pieces of any size. What is held is at most a small multiple of the octets:
 * an empty piece is nothing, and a small one is copied, so that it keeps no chunk alive.
 */
export class Pieces {
  #whole: Uint8Array[] = []
  #length = 0
  /** Small pieces, one after another, up to `#filled`. */
  #block = new Uint8Array(0)
  #filled = 0

  push(octets: Uint8Array): void {
    const { length } = octets
    this.#length += length
    if (length >= MIN_KEPT && length * 2 >= octets.buffer.byteLength) {
      this.#endBlock()
      this.#whole.push(octets)
      return
    }
    if (length > this.#block.length - this.#filled) {
      this.#endBlock()
      const usual = Math.min(Math.max(this.#length, MIN_BLOCK), MAX_BLOCK)
      this.#block = new Uint8Array(Math.max(usual, length))
    }
    this.#block.set(octets, this.#filled)
    this.#filled += length
  }

  /** All octets so far, which it holds no longer. */
  take(): Uint8Array {
    this.#endBlock()
    const whole = concatenate(this.#whole)
    this.#whole = []
    this.#length = 0
    return whole
  }

  #endBlock(): void {
    if (this.#filled > 0) this.#whole.push(view(this.#block, 0, this.#filled))
    this.#block = new Uint8Array(0)
    this.#filled = 0
  }
}
