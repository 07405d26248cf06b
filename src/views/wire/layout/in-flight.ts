/** When something was in flight, and how long a flight usually takes. */

interface Stretch {
  /** Milliseconds. */
  readonly from: number
  readonly to: number
}

/** Number of flights from which the typical duration is taken. */
const ENOUGH = 33

/** Takes flights in order of arrival. */
export class InFlight {
  /** Disjoint, ascending. */
  readonly #stretches: Stretch[] = []
  readonly #first: number[] = []

  /** The typical duration, milliseconds; 0 if nothing takes any time. */
  get typical(): number {
    return this.#first[this.#first.length >> 1] ?? 0
  }

  /** @param from departure, milliseconds. @param to arrival. */
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

  /** Whether something was in flight all the time between two moments, milliseconds. */
  covers(from: number, to: number): boolean {
    // Callers ask about the newest stretches.
    for (let index = this.#stretches.length - 1; index >= 0; index -= 1) {
      const stretch = this.#stretches[index]
      if (stretch === undefined || stretch.to < to) return false
      if (stretch.from <= from) return true
    }
    return false
  }
}
