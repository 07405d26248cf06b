import { concatenate } from '../../protocol/octets.ts'

/** Octets that arrive in chunks and are taken in pieces of other lengths. */
export class OctetQueue {
  #chunks: Uint8Array[] = []
  /** Octets of the first chunk that were taken. */
  #taken = 0

  push(chunk: Uint8Array): void {
    if (chunk.length > 0) this.#chunks.push(chunk)
  }

  /** Copies the next octets: as many as asked for, or as there are. */
  take(length: number): Uint8Array {
    const pieces: Uint8Array[] = []
    let missing = length
    while (missing > 0) {
      const [first] = this.#chunks
      if (first === undefined) break
      const piece = first.subarray(this.#taken, this.#taken + missing)
      pieces.push(piece)
      missing -= piece.length
      this.#taken += piece.length
      if (this.#taken < first.length) break
      this.#chunks.shift()
      this.#taken = 0
    }
    const octets = concatenate(pieces)
    // A single piece is a view of its chunk.
    return pieces.length === 1 ? octets.slice() : octets
  }
}
