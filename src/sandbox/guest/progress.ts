/** Whether a run on virtual time goes on: what it waits for is computed, or the page is asked for. */

/** Milliseconds between two looks at it, with each of which the page is told that the run lives. */
export const HEARTBEAT = 400

/** Milliseconds that a step of the world may take: the browser may be reading a large Blob. */
export const MAX_STANDSTILL = 20_000

/**
 * Counts looks, not milliseconds: on a busy machine, or in a step that computes for long, they come
 * late, too.
 */
export class Progress {
  #looks = 0

  made(): void {
    this.#looks = 0
  }

  /** @returns whether nothing was made in as many looks as the longest standstill has. */
  look(): boolean {
    this.#looks += 1
    return this.#looks * HEARTBEAT > MAX_STANDSTILL
  }
}
