/** Whether a run on virtual time goes on: what it waits for is computed, or the page is asked for. */

/** Milliseconds that a step of the world may take: the browser may be reading a large Blob. */
export const MAX_STANDSTILL = 20_000

export class Progress {
  readonly #now: () => number
  #last: number

  /** @param now real milliseconds. */
  constructor(now: () => number) {
    this.#now = now
    this.#last = now()
  }

  made(): void {
    this.#last = this.#now()
  }

  hasStopped(): boolean {
    return this.#now() - this.#last > MAX_STANDSTILL
  }
}
