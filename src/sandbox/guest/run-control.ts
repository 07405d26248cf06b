/** What the page, or the user, has said about how far a run may go. */
export class RunControl {
  #horizon = 0
  #endsAtHorizon = false
  #version = 0
  #wake: (() => void) | undefined

  /** Virtual milliseconds up to which the world may be computed. */
  get horizon(): number {
    return this.#horizon
  }

  get endsAtHorizon(): boolean {
    return this.#endsAtHorizon
  }

  computeUntil(time: number): void {
    this.#horizon = Math.max(this.#horizon, time)
    this.wake()
  }

  endAtHorizon(): void {
    this.#endsAtHorizon = true
    this.wake()
  }

  /** Grows with every word from outside. */
  get version(): number {
    return this.#version
  }

  /** Something happened that the run may be waiting for. */
  wake(): void {
    this.#version += 1
    this.#wake?.()
    this.#wake = undefined
  }

  /** Resolves when there was word from outside after this version. */
  changeSince(version: number): Promise<void> {
    if (version !== this.#version) return Promise.resolve()
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }
}
