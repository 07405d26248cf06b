/**
 * Watches for a sandbox whose event loop no longer turns.
 *
 * A page that was itself too busy to hear proves nothing, nor does a hidden one, whose timers the
 * browser slows down.
 */

/** Silence that counts as unresponsive, milliseconds. */
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

  /** Whether nothing has been heard for too long. */
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
