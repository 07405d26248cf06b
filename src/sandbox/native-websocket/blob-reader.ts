/** Reads Blobs a few at a time: a browser fails some of very many at once. */
import { Fifo } from '../../core/trace/fifo.ts'

const MAX_AT_ONCE = 16

export class BlobReader {
  readonly #bytesOf: (blob: Blob) => Promise<ArrayBuffer>
  readonly #waiting = new Fifo<() => void>()
  #reading = 0

  /** `bytesOf` is the browser's own method. */
  constructor(bytesOf: (blob: Blob) => Promise<ArrayBuffer>) {
    this.#bytesOf = bytesOf
  }

  /** The bytes of a Blob; rejects if the browser can no longer read it. */
  async read(blob: Blob): Promise<Uint8Array> {
    if (this.#reading >= MAX_AT_ONCE) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    } else this.#reading += 1
    try {
      return new Uint8Array(await this.#bytesOf(blob))
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#reading -= 1
      else next()
    }
  }
}
