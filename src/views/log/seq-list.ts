/**
 * The `seq`s of some of a log's events, ascending: what a filter lets through. Grows at its end,
 * lets go at its start, and finds its place by binary search.
 */
export class SeqList {
  #seqs: number[] = []
  /** Entries before this index were released. */
  #head = 0

  get length(): number {
    return this.#seqs.length - this.#head
  }

  /** `seq` must be above all that are here. */
  push(seq: number): void {
    this.#seqs.push(seq)
  }

  /** The entry at `index`, from 0; undefined outside. */
  at(index: number): number | undefined {
    return index < 0 ? undefined : this.#seqs[this.#head + index]
  }

  /** How many entries are below `seq`. It is also the index of `seq` where that is here. */
  countBefore(seq: number): number {
    let low = this.#head
    let high = this.#seqs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#seqs[middle] ?? Infinity) < seq) low = middle + 1
      else high = middle
    }
    return low - this.#head
  }

  /** The index of `seq`, or -1. */
  indexOf(seq: number): number {
    const index = this.countBefore(seq)
    return this.at(index) === seq ? index : -1
  }

  /** Lets go of the entries below `seq`; says how many. */
  releaseBefore(seq: number): number {
    const count = this.countBefore(seq)
    this.#head += count
    if (this.#head > 1024 && this.#head > this.#seqs.length / 2) {
      this.#seqs = this.#seqs.slice(this.#head)
      this.#head = 0
    }
    return count
  }

  clear(): void {
    this.#seqs = []
    this.#head = 0
  }
}
