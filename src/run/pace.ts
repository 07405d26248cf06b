/** How far ahead of the playhead a world on virtual time is computed, virtual milliseconds. */
const COMPUTED_AHEAD = 60_000
/** How far the playhead moves before more is asked for. */
const COMPUTE_STEP = 5_000
/** How far a paced world is ahead of the playhead: three frames of a screen. */
const PACED_LEAD = 50
/** How far a paced world is computed at once to find the next event. */
const SEARCH_STEP = 50

/** Decides when to compute more of a world, and how far. Times are virtual milliseconds. */
export class Pace {
  /** The world waits for the playhead, so that a user's input lands at the time that is shown. */
  readonly #paced: boolean
  #asked = -Infinity

  constructor(paced: boolean) {
    this.#paced = paced
  }

  /** @returns up to when to compute, or `null` if enough was asked for before. */
  computeUntilFor(playhead: number, speed: number): number | null {
    return this.#paced
      ? this.#ask(playhead + PACED_LEAD * speed, 0)
      : this.#ask(playhead + COMPUTED_AHEAD, COMPUTE_STEP)
  }

  /** For a viewer who wants to see the next event; nothing is computed beyond `end`. */
  toFindMore(end: number): number | null {
    return this.#ask(end + (this.#paced ? SEARCH_STEP : COMPUTED_AHEAD), 0)
  }

  /**
   * For a viewer who does not wait for what comes after `playhead`.
   * @param until when the world of a lesson ends; null where nothing says so.
   */
  forTheEnd(playhead: number, until: number | null): number | null {
    return this.#ask(Math.max(playhead + COMPUTED_AHEAD, until ?? 0), 0)
  }

  #ask(until: number, step: number): number | null {
    if (until <= this.#asked || until < this.#asked + step) return null
    this.#asked = until
    return until
  }
}
