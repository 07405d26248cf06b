/** Reads Blobs, some at a time: of very many at once a browser reads some and fails the rest. */
import { Fifo } from '../../core/trace/fifo.ts'

const MAX_AT_ONCE = 16

export class BlobReader {
  readonly #bytesOf: (blob: Blob) => Promise<ArrayBuffer>
  readonly #waiting = new Fifo<() => void>()
  #reading = 0

  /** `bytesOf` is the browser's own. */
  constructor(bytesOf: (blob: Blob) => Promise<ArrayBuffer>) {
    this.#bytesOf = bytesOf
  }

  /** The bytes of a Blob; rejects where the browser cannot read it any more. */
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
