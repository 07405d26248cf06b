/** Records and counts a window's timers in runs on the real clock. */
import type { Recorder, SourcePosition, TimerKind } from '../../core/trace/event.ts'
import { observed } from '../observed-event.ts'

export interface RealTimersOptions {
  readonly recorder: Recorder
  readonly locate: () => SourcePosition | undefined
  readonly dispatching: (seq: number) => void
  readonly dispatched: (seq: number) => void
  /** No timer is pending any more. */
  readonly idle: () => void
  /** The first timer's id. Default: 1. */
  readonly firstId?: number
}

interface PendingTimer {
  readonly kind: TimerKind
  readonly clear: () => void
}

type Callback = (...values: unknown[]) => unknown

export class RealTimers {
  readonly #options: RealTimersOptions
  readonly #pending = new Map<number, PendingTimer>()
  #nextId: number

  constructor(options: RealTimersOptions) {
    this.#options = options
    this.#nextId = options.firstId ?? 1
  }

  get pending(): number {
    return this.#pending.size
  }

  install(target: typeof globalThis): void {
    const { requestAnimationFrame, cancelAnimationFrame } = target
    const clear = (id?: number) => this.#clear(id)

    for (const [kind, setName, clearName] of [
      ['timeout', 'setTimeout', 'clearTimeout'],
      ['interval', 'setInterval', 'clearInterval'],
    ] as const) {
      const { [setName]: set, [clearName]: clearNative } = target
      Object.assign(target, {
        [setName]: (handler: TimerHandler, delay = 0, ...values: unknown[]): number => {
          // What is no function is code (HTML §8.6), run as a script of the window.
          const run = (): unknown =>
            typeof handler === 'function'
              ? Reflect.apply(handler, target, values)
              : (0, eval)(String(handler))
          return this.#set(
            kind,
            delay,
            run,
            (fire) => set.call(target, fire, delay),
            (id) => clearNative.call(target, id),
          )
        },
        [clearName]: clear,
      })
    }
    // Missing in workers of some browsers.
    if (!('requestAnimationFrame' in target)) return
    Object.assign(target, {
      requestAnimationFrame: (callback: FrameRequestCallback): number =>
        this.#set(
          'animationFrame',
          0,
          (time) => callback(Number(time)),
          (fire) => requestAnimationFrame.call(target, fire),
          (id) => cancelAnimationFrame.call(target, id),
        ),
      cancelAnimationFrame: clear,
    })
  }

  #set(
    kind: TimerKind,
    delay: number,
    handler: (value: unknown) => unknown,
    setNative: (fire: Callback) => number,
    clearNative: (id: number) => void,
  ): number {
    const { recorder, locate, dispatching, dispatched } = this.#options
    const timerId = this.#nextId++
    const timer = { timerId, kind }
    const milliseconds = Math.max(0, Number(delay) || 0)
    const seq = recorder.record(
      observed({ type: 'timerSet', ...timer, delay: milliseconds }, locate()),
    )
    const nativeId = setNative((value) => {
      if (kind !== 'interval') this.#pending.delete(timerId)
      const firing = recorder.record(observed({ type: 'timerFired', ...timer, cause: seq }))
      dispatching(firing)
      try {
        handler(value)
      } finally {
        dispatched(firing)
        this.#tellWhenIdle()
      }
    })
    this.#pending.set(timerId, { kind, clear: () => clearNative(nativeId) })
    return timerId
  }

  #clear(timerId: number | undefined): void {
    const timer = timerId === undefined ? undefined : this.#pending.get(timerId)
    if (timerId === undefined || timer === undefined) return
    this.#pending.delete(timerId)
    timer.clear()
    const { recorder, locate } = this.#options
    recorder.record(observed({ type: 'timerCleared', timerId, kind: timer.kind }, locate()))
    this.#tellWhenIdle()
  }

  #tellWhenIdle(): void {
    if (this.#pending.size === 0) this.#options.idle()
  }
}
