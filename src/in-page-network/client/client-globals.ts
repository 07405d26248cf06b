import type { TimerKind } from '../../core/trace/event.ts'
import type { ClientWorld } from './client-world.ts'
import type { ClockTimer } from '../clock/clock.ts'
import type { ClientGlobals } from './globals.ts'
import type { RandomStream } from '../random.ts'
import { uuidFrom } from './uuid.ts'
import { recordedTimers } from '../recording/recorded-timers.ts'

export interface ClientGlobalsOptions {
  readonly Date: DateConstructor
  readonly mathRandom: RandomStream
  readonly crypto: RandomStream
}

interface RunningTimer {
  readonly kind: TimerKind
  timer: ClockTimer
}

/** HTML §8.6: how deep timers set by timers may nest before they take 4 ms at least. */
const DEEPEST_FREE_NESTING = 5
const NESTED_DELAY = 4
/** A 32-bit signed integer: longer delays overflow, as in browsers. */
const MAX_DELAY = 2 ** 31 - 1
/** Sixty frames a second would be 16⅔ ms; whole milliseconds keep virtual times readable. */
const FRAME_DURATION = 16
/** RequestIdleCallback §4: an idle period is at most this long. */
const IDLE_PERIOD = 50
/** Web Crypto §10.1.1. */
const MAX_RANDOM_OCTETS = 65_536

/** Puts a program's timers, date and randomness on the run's clock and seed. Timers are recorded. */
export function createClientGlobals(
  world: ClientWorld,
  options: ClientGlobalsOptions,
): ClientGlobals {
  const { clock } = world
  const watch = recordedTimers(world, 'client')
  const running = new Map<number, RunningTimer>()
  /** How deeply the timer that is running now is nested. */
  let nesting = 0

  const set = (kind: TimerKind, delay: number, callback: () => void, repeat: boolean): number => {
    const timerId = watch.set(kind, delay)
    start(timerId, kind, delay, callback, repeat, nesting + 1)
    return timerId
  }

  const start = (
    timerId: number,
    kind: TimerKind,
    delay: number,
    callback: () => void,
    repeat: boolean,
    depth: number,
  ) => {
    const isTimeout = kind === 'timeout' || kind === 'interval'
    const wait = isTimeout && depth > DEEPEST_FREE_NESTING ? Math.max(delay, NESTED_DELAY) : delay
    const timer = clock.setTimer(() => {
      if (!repeat) running.delete(timerId)
      nesting = depth
      const finish = watch.fire(timerId, kind, callback)
      nesting = 0
      if (repeat && running.has(timerId)) {
        start(timerId, kind, delay, callback, repeat, depth + 1)
      }
      return finish
    }, wait)
    running.set(timerId, { kind, timer })
  }

  const clear = (timerId: unknown, kinds: readonly TimerKind[]) => {
    const id = Number(timerId)
    const timer = running.get(id)
    if (timer === undefined || !kinds.includes(timer.kind)) return
    timer.timer.clear()
    running.delete(id)
    watch.cleared(id, timer.kind)
  }

  const delayOf = (delay: unknown) => {
    const milliseconds = Math.trunc(Number(delay))
    return milliseconds > 0 && milliseconds <= MAX_DELAY ? milliseconds : 0
  }
  const bind = (handler: unknown, args: readonly unknown[]) => () => {
    if (typeof handler === 'function') Reflect.apply(handler, globalThis, args)
    // Indirect eval: HTML runs a string as a global script. Its CSP decides.
    else (0, eval)(String(handler))
  }

  const setTimer =
    (kind: 'timeout' | 'interval') =>
    (handler: TimerHandler, delay?: number, ...args: unknown[]) =>
      set(kind, delayOf(delay), bind(handler, args), kind === 'interval')
  const clearTimer = (id?: number) => clear(id, ['timeout', 'interval'])

  return {
    setTimeout: setTimer('timeout'),
    clearTimeout: clearTimer,
    setInterval: setTimer('interval'),
    clearInterval: clearTimer,
    requestAnimationFrame(callback) {
      const delay = FRAME_DURATION - (clock.now() % FRAME_DURATION)
      return set('animationFrame', delay, () => callback(clock.now()), false)
    },
    cancelAnimationFrame: (id) => clear(id, ['animationFrame']),
    requestIdleCallback(callback) {
      const deadline = { didTimeout: false, timeRemaining: () => IDLE_PERIOD }
      return set('idleCallback', 1, () => callback(deadline), false)
    },
    cancelIdleCallback: (id) => clear(id, ['idleCallback']),
    Date: options.Date,
    performanceNow: () => clock.now(),
    random: () => options.mathRandom.nextDouble(),
    getRandomValues(array) {
      if (array.byteLength > MAX_RANDOM_OCTETS) {
        throw new DOMException(
          `Failed to execute 'getRandomValues' on 'Crypto': The ArrayBufferView's byte length (${String(array.byteLength)}) exceeds the number of bytes of entropy available via this API (65536).`,
          'QuotaExceededError',
        )
      }
      options.crypto.fill(array)
      return array
    },
    randomUUID: () => uuidFrom(options.crypto.bytes(16)),
    abortSignalTimeout(milliseconds) {
      const controller = new AbortController()
      clock.setTimer(() => {
        controller.abort(new DOMException('signal timed out', 'TimeoutError'))
      }, milliseconds)
      return controller.signal
    },
  }
}
