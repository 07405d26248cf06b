/**
 * Watches for a sandbox whose event loop no longer turns.
 *
 * Silence does not count while the page itself is busy, nor while it is hidden, because the browser
 * slows down timers of a hidden page.
 */

/** Milliseconds without a heartbeat that count as unresponsive. */
const PATIENCE = 1000
const INTERVAL = 250

export class Heartbeat {
  readonly #changed: (silent: boolean) => void
  #interval: ReturnType<typeof setInterval> | undefined
  #lastSign = 0
  #lastLook = 0
  #silent = false

  constructor(changed: (silent: boolean) => void) {
    this.#changed = changed
  }

  /** Whether heartbeats have been missing for too long. */
  get silent(): boolean {
    return this.#silent
  }

  start(): void {
    this.stop()
    this.#lastSign = performance.now()
    this.#lastLook = this.#lastSign
    this.#interval = setInterval(this.#look, INTERVAL)
  }

  stop(): void {
    clearInterval(this.#interval)
    this.#interval = undefined
  }

  seen(): void {
    this.#lastSign = performance.now()
    this.#become(false)
  }

  readonly #look = () => {
    const now = performance.now()
    const deaf = now - this.#lastLook > 2 * INTERVAL
    this.#lastLook = now
    if (deaf || document.visibilityState === 'hidden') this.#lastSign = now
    else if (now - this.#lastSign > PATIENCE) this.#become(true)
  }

  #become(silent: boolean): void {
    if (silent === this.#silent) return
    this.#silent = silent
    this.#changed(silent)
  }
}
