/** How far a run may go, as the page and the user have decided so far. */
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

  /** Grows with every change from outside. */
  get version(): number {
    return this.#version
  }

  /** Wakes a run that waits for a change. */
  wake(): void {
    this.#version += 1
    this.#wake?.()
    this.#wake = undefined
  }

  /** Whether a run waits for a change. */
  get isAwaited(): boolean {
    return this.#wake !== undefined
  }

  /** Resolves when there has been a change since this version. */
  changeSince(version: number): Promise<void> {
    if (version !== this.#version) return Promise.resolve()
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }
}
