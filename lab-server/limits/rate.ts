/**
 * An allowance that refills at a fixed rate per second; a second's worth may be spent at once.
 */
export class Rate {
  readonly #perSecond: number
  #left: number
  #time: number

  /** @param now milliseconds of a clock that only goes forward */
  constructor(perSecond: number, now: number) {
    this.#perSecond = perSecond
    this.#left = perSecond
    this.#time = now
  }

  /** Spends `count`. Returns false, and empties the allowance, if less than that is left. */
  take(count: number, now: number): boolean {
    const refilled = this.#left + ((now - this.#time) / 1000) * this.#perSecond
    this.#time = now
    const left = Math.min(refilled, this.#perSecond) - count
    this.#left = Math.max(left, 0)
    return left >= 0
  }

  /** Whether the whole allowance has refilled. */
  isFull(now: number): boolean {
    return this.#left + ((now - this.#time) / 1000) * this.#perSecond >= this.#perSecond
  }
}
