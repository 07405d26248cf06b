import type { Clock, ClockTimer } from '../clock/clock.ts'
import type { TimerWatch } from '../recording/recorded-timers.ts'

type Run = (...args: never[]) => void

/** Longest delay of Node's timers, milliseconds; longer ones become 1. */
const MAX_DELAY = 2 ** 31 - 1

/** Node's timers on the run's clock. */
export function createNodeTimers(clock: Clock, watch: TimerWatch) {
  class Timeout {
    readonly #run: () => void
    readonly #delay: number
    readonly #kind: 'timeout' | 'interval'
    #id: number
    #timer: ClockTimer | undefined
    #hasRef = true

    constructor(run: () => void, delay: number, kind: 'timeout' | 'interval') {
      this.#run = run
      this.#delay = delay
      this.#kind = kind
      this.#id = watch.set(kind, delay)
      this.#start()
    }

    #start() {
      this.#timer?.clear()
      this.#timer = clock.setTimer(() => {
        this.#timer = undefined
        if (this.#kind === 'interval') this.#start()
        return watch.fire(this.#id, this.#kind, this.#run)
      }, this.#delay)
    }

    refresh() {
      this.#start()
      return this
    }

    close() {
      if (this.#timer !== undefined) {
        this.#timer.clear()
        this.#timer = undefined
        watch.cleared(this.#id, this.#kind)
      }
      return this
    }

    ref() {
      this.#hasRef = true
      return this
    }

    unref() {
      this.#hasRef = false
      return this
    }

    hasRef() {
      return this.#hasRef
    }

    [Symbol.toPrimitive]() {
      return this.#id
    }
  }

  class Immediate {
    readonly #id = watch.set('immediate', 0)
    #isWaiting = true

    constructor(run: () => void) {
      clock.queueTask(() => {
        if (!this.#isWaiting) return undefined
        this.#isWaiting = false
        return watch.fire(this.#id, 'immediate', run)
      })
    }

    clear() {
      if (!this.#isWaiting) return
      this.#isWaiting = false
      watch.cleared(this.#id, 'immediate')
    }

    ref() {
      return this
    }

    unref() {
      return this
    }

    hasRef() {
      return true
    }
  }

  const delayOf = (delay: unknown) => {
    const milliseconds = Math.trunc(Number(delay))
    return milliseconds >= 1 && milliseconds <= MAX_DELAY ? milliseconds : 1
  }
  const check = (callback: unknown) => {
    if (typeof callback === 'function') return
    throw Object.assign(
      new TypeError(
        `The "callback" argument must be of type function. Received ${String(callback)}`,
      ),
      { code: 'ERR_INVALID_ARG_TYPE' },
    )
  }
  const bind = (callback: Run, args: unknown[]) => {
    check(callback)
    return () => {
      Reflect.apply(callback, undefined, args)
    }
  }

  const setTimeout = (callback: Run, delay?: number, ...args: unknown[]) =>
    new Timeout(bind(callback, args), delayOf(delay), 'timeout')
  const setInterval = (callback: Run, delay?: number, ...args: unknown[]) =>
    new Timeout(bind(callback, args), delayOf(delay), 'interval')
  const setImmediate = (callback: Run, ...args: unknown[]) => new Immediate(bind(callback, args))
  const clearTimeout = (timeout?: unknown) => {
    if (timeout instanceof Timeout) timeout.close()
  }
  const clearImmediate = (immediate?: unknown) => {
    if (immediate instanceof Immediate) immediate.clear()
  }

  return {
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval: clearTimeout,
    setImmediate,
    clearImmediate,
  }
}
