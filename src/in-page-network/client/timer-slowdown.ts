import type { Clock, TaskResult } from '../clock/clock.ts'

/** Milliseconds: how often Chromium runs chained timers of a page that has long been hidden. */
const WAKE_UP_EVERY = 60_000
/** Times are sums of fractions, so the same instant may differ by as much, milliseconds. */
const SAME_INSTANT = 1e-6

/**
 * Slows the program's timers, as a browser does to a tab in the background: what is due runs when
 * the tab is woken up, once a minute. Sockets are not slowed: their events fire as they come.
 */
export class TimerSlowdown {
  readonly #clock: Clock
  /** Milliseconds since the run began. */
  #begin = Infinity
  #end = -Infinity

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** @param duration milliseconds; without one, until the run ends. */
  begin(duration = Infinity): void {
    this.#begin = this.#clock.now()
    this.#end = this.#begin + duration
  }

  /** A clock whose timers wait to be woken up while the program is slowed. */
  get clock(): Clock {
    const clock = this.#clock
    return {
      ...clock,
      setTimer: (callback, delay) => {
        const due = (): TaskResult => {
          const wait = this.#untilWakeUp()
          if (wait === 0) return callback()
          timer = clock.setTimer(callback, wait)
          return undefined
        }
        let timer = clock.setTimer(due, delay)
        return { clear: () => timer.clear() }
      },
    }
  }

  #untilWakeUp(): number {
    const now = this.#clock.now()
    if (now >= this.#end) return 0
    const since = (now - this.#begin) % WAKE_UP_EVERY
    if (since < SAME_INSTANT && now > this.#begin) return 0
    return Math.min(WAKE_UP_EVERY - since, this.#end - now)
  }
}
