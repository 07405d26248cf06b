/**
 * What a log holds in octets, and which bodies it lets go first: the largest, and of those that are
 * about as large the oldest. Events may share a buffer, as a frame and its message do when they came
 * in one batch: it is counted once.
 */
import type { TraceEvent } from './event.ts'
import { bytesOf, MIN_OMITTED, sizeOfEvent, withoutBody } from './events/traits.ts'
import { Fifo } from './fifo.ts'

export class Bodies {
  #octets = 0
  /** How many events hold each buffer. */
  readonly #holders = new Map<ArrayBufferLike, number>()
  /** The `seq` of events whose bodies have 2ⁿ octets or more, oldest first, at index n. */
  readonly #bySize: (Fifo<number> | undefined)[] = []

  /** Octets held, by the estimate of `sizeOfEvent`. */
  get octets(): number {
    return this.#octets
  }

  hold(event: TraceEvent): void {
    const size = sizeOfEvent(event)
    this.#octets += size
    if (size < MIN_OMITTED) return
    const bytes = bytesOf(event)
    if (bytes !== undefined) {
      const holders = this.#holders.get(bytes.buffer) ?? 0
      this.#holders.set(bytes.buffer, holders + 1)
      if (holders > 0) this.#octets -= bytes.byteLength
    }
    if (withoutBody(event) === event) return
    const index = Math.floor(Math.log2(size))
    const seqs = (this.#bySize[index] ??= new Fifo())
    seqs.push(event.seq)
  }

  letGo(event: TraceEvent): void {
    this.#octets -= sizeOfEvent(event)
    const bytes = bytesOf(event)
    if (bytes === undefined) return
    const holders = this.#holders.get(bytes.buffer) ?? 1
    if (holders > 1) {
      this.#holders.set(bytes.buffer, holders - 1)
      this.#octets += bytes.byteLength
    } else this.#holders.delete(bytes.buffer)
  }

  /** Takes out the body that goes next, of the events `from <= seq < to`: its `seq`, if there is one. */
  takeLargest(from: number, to: number): number | undefined {
    for (let index = this.#bySize.length - 1; index >= 0; index -= 1) {
      const seqs = this.#bySize[index]
      if (seqs === undefined) continue
      for (let seq = seqs.peek(); seq !== undefined && seq < to; seq = seqs.peek()) {
        seqs.shift()
        if (seq >= from) return seq
      }
    }
    return undefined
  }

  /** Forgets the bodies of events before this one, which the log has let go. */
  forgetBefore(from: number): void {
    for (const seqs of this.#bySize)
      for (let seq = seqs?.peek(); seq !== undefined && seq < from; seq = seqs?.peek())
        seqs?.shift()
  }
}
