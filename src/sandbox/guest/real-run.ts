/** A run on the real clock, which ends when no socket is open and no timer pending. */
import type { RunEnd } from './virtual-run.ts'

export interface RealRunOptions {
  /** Milliseconds since the run began. */
  readonly time: () => number
  /** Whether a socket is not CLOSED or a timer is pending. */
  readonly busy: () => boolean
  readonly failed: () => boolean
  /** A user may act on the program's page, so only Stop ends the run. */
  readonly interactive: boolean
  /** Resolves in a new turn of the event loop. */
  readonly nextTurn: () => Promise<void>
  /** The browser's own; real milliseconds. */
  readonly setTimeout: (callback: () => void, delay: number) => void
}

/** Milliseconds granted to work that is no socket or timer, such as reading a Blob. */
const GRACE = 50

export class RealRun {
  readonly #options: RealRunOptions
  /** Resolves when the run is over. */
  readonly ended: Promise<RunEnd>
  #end: (end: RunEnd) => void = () => undefined
  #looking = false

  constructor(options: RealRunOptions) {
    this.#options = options
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
  }

  /** Called when a socket or timer has ended, and once when the program has begun. */
  readonly look = (): void => {
    if (this.#looking || !this.#mayEnd()) return
    this.#looking = true
    this.#options.setTimeout(() => void this.#lookAgain(), GRACE)
  }

  async #lookAgain(): Promise<void> {
    // The task that reports an unhandled rejection may still be queued.
    await this.#options.nextTurn()
    await this.#options.nextTurn()
    this.#looking = false
    if (!this.#mayEnd()) return
    const reason = this.#options.failed() ? 'failed' : 'idle'
    this.#end({ reason, time: this.#options.time() })
  }

  #mayEnd(): boolean {
    const { busy, failed, interactive } = this.#options
    return failed() || (!interactive && !busy())
  }
}
