/** A range that a difference between two clocks is known to be in, milliseconds. */
class Range {
  #low = -Infinity
  #high = Infinity

  /**
   * Narrows the range to these bounds. Where they contradict it, the clocks have drifted: the range
   * moves to the new bounds, no further than it has to.
   */
  narrow(low: number, high: number): void {
    if (low > this.#high) this.#low = this.#high = low
    else if (high < this.#low) this.#low = this.#high = high
    else {
      this.#low = Math.max(low, this.#low)
      this.#high = Math.min(high, this.#high)
    }
  }

  get isBounded(): boolean {
    return this.#low > -Infinity && this.#high < Infinity
  }

  get middle(): number {
    return (this.#low + this.#high) / 2
  }

  get width(): number {
    return this.#high - this.#low
  }

  /** The value of this range that is nearest to a guess. */
  nearest(guess: number): number {
    return Math.min(Math.max(guess, this.#low), this.#high)
  }
}

/**
 * Converts times of the lab server's clock to the run's clock, in milliseconds. There are three
 * clocks: the server's, the page's, and the run's in the sandbox. Syncs relate the first two,
 * batches of events the last two, and causes relate the ends: nothing arrives before it was sent.
 * So arrows on the wire never point back, and are off by less than a round trip.
 */
export class ServerClock {
  /** Page less server. */
  readonly #toPage = new Range()
  /** The page's time when the run began: not later than this. */
  #runBegan: number
  /** Run less server. */
  readonly #toRun = new Range()

  /** @param began the page's time when the run was asked for. */
  constructor(began: number) {
    this.#runBegan = began
  }

  /** The server answered a sync at `time`; on the page's clock it was sent and answered then. */
  synced(time: number, sent: number, answered: number): void {
    this.#toPage.narrow(sent - time, answered - time)
  }

  #hasBatch = false

  /** A batch that left the sandbox at `runTime` arrived at the page's time `now`. */
  batchArrived(runTime: number, now: number): void {
    // The quickest batch is the most exact.
    const began = now - runTime
    this.#runBegan = this.#hasBatch ? Math.min(this.#runBegan, began) : began
    this.#hasBatch = true
  }

  /** What happened at the server at `time` was caused by what happened in the run at `runTime`. */
  notBefore(time: number, runTime: number): void {
    this.#toRun.narrow(runTime - time, Infinity)
  }

  /** What happened at the server at `time` caused what happened in the run at `runTime`. */
  notAfter(time: number, runTime: number): void {
    this.#toRun.narrow(-Infinity, runTime - time)
  }

  /** By how much the server's times may be off, milliseconds: a sync on a busy machine says little. */
  get error(): number {
    return this.#toPage.width / 2
  }

  /** A time of the server on the run's clock; not negative. */
  toRun(time: number): number {
    const guess = this.#toPage.isBounded ? this.#toPage.middle - this.#runBegan : -time
    return Math.max(0, time + this.#toRun.nearest(guess))
  }
}
