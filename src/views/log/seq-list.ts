import { lowerBound } from '../../core/trace/lower-bound.ts'

/** The `seq`s of some of a log's events, ascending. Grows at its end, is released at its start. */
export class SeqList {
  #seqs: number[] = []
  /** Entries before this index were released. */
  #head = 0

  get length(): number {
    return this.#seqs.length - this.#head
  }

  /** @param seq above all entries. */
  push(seq: number): void {
    this.#seqs.push(seq)
  }

  /** The entry at `index`, from 0; undefined outside. */
  at(index: number): number | undefined {
    return index < 0 ? undefined : this.#seqs[this.#head + index]
  }

  /** How many entries are below `seq`: the index of `seq`, if it is in the list. */
  countBefore(seq: number): number {
    return Math.max(0, lowerBound(this.#seqs, seq) - this.#head)
  }

  /** The index of `seq`, or -1. */
  indexOf(seq: number): number {
    const index = this.countBefore(seq)
    return this.at(index) === seq ? index : -1
  }

  /** Drops the entries below `seq`. @returns how many. */
  releaseBefore(seq: number): number {
    const count = this.countBefore(seq)
    this.#head += count
    if (this.#head > 1024 && this.#head > this.#seqs.length / 2) {
      this.#seqs = this.#seqs.slice(this.#head)
      this.#head = 0
    }
    return count
  }
}
