/** The globals that a program finds in the in-page world. */
import type { Uuid } from './uuid.ts'

/** Replacements of a window's own, on the run's clock and seed. Timers are recorded. */
export interface ClientGlobals {
  readonly setTimeout: (handler: TimerHandler, delay?: number, ...args: unknown[]) => number
  readonly clearTimeout: (id?: number) => void
  readonly setInterval: ClientGlobals['setTimeout']
  readonly clearInterval: ClientGlobals['clearTimeout']
  readonly requestAnimationFrame: (callback: FrameRequestCallback) => number
  readonly cancelAnimationFrame: (id: number) => void
  readonly requestIdleCallback: (
    callback: IdleRequestCallback,
    options?: IdleRequestOptions,
  ) => number
  readonly cancelIdleCallback: (id: number) => void
  readonly Date: DateConstructor
  /** `performance.now`: milliseconds since the run began. */
  readonly performanceNow: () => number
  /** `Math.random`. */
  readonly random: () => number
  /** `crypto.getRandomValues`. */
  readonly getRandomValues: <T extends ArrayBufferView>(array: T) => T
  /** `crypto.randomUUID`. */
  readonly randomUUID: () => Uuid
  /** `AbortSignal.timeout`. */
  readonly abortSignalTimeout: (milliseconds: number) => AbortSignal
}

/** Node's globals, as bindings of a server program's module. Its timers are recorded. */
export interface ServerGlobals {
  readonly console: Console
  readonly setTimeout: (
    callback: (...args: never[]) => void,
    delay?: number,
    ...args: unknown[]
  ) => object
  readonly clearTimeout: (timeout?: unknown) => void
  readonly setInterval: ServerGlobals['setTimeout']
  readonly clearInterval: ServerGlobals['clearTimeout']
  readonly setImmediate: (callback: (...args: never[]) => void, ...args: unknown[]) => object
  readonly clearImmediate: (immediate?: unknown) => void
  readonly queueMicrotask: (callback: () => void) => void
  readonly Date: DateConstructor
  readonly Math: Math
  readonly performance: { readonly now: () => number; readonly timeOrigin: number }
  readonly crypto: object
  readonly process: object
  readonly Buffer: unknown
  readonly global: object
  readonly globalThis: object
}
