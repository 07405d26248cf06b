/** When anything was under way at all, and how long it takes. */

interface Stretch {
  /** Milliseconds. */
  readonly from: number
  readonly to: number
}

/** How many travels it takes to know the typical one. */
const ENOUGH = 33

/** Takes travels in the order in which they end. */
export class InFlight {
  /** Disjoint, ascending. */
  readonly #stretches: Stretch[] = []
  readonly #first: number[] = []

  /** How long something is under way that takes time at all, milliseconds; 0 where nothing does. */
  get typical(): number {
    return this.#first[this.#first.length >> 1] ?? 0
  }

  /** Something left at `from` and arrived at `to`, milliseconds. */
  add(from: number, to: number): void {
    if (to > from && this.#first.length < ENOUGH) {
      this.#first.push(to - from)
      this.#first.sort((one, other) => one - other)
    }
    let start = from
    for (;;) {
      const last = this.#stretches.at(-1)
      if (last === undefined || last.to < start) break
      start = Math.min(start, last.from)
      this.#stretches.pop()
    }
    this.#stretches.push({ from: start, to })
  }

  /** Something was under way all the time between two moments, milliseconds. */
  covers(from: number, to: number): boolean {
    // Callers always want the latest one.
    for (let index = this.#stretches.length - 1; index >= 0; index -= 1) {
      const stretch = this.#stretches[index]
      if (stretch === undefined || stretch.to < to) return false
      if (stretch.from <= from) return true
    }
    return false
  }
}
