/** Counts a program's listeners on its sockets, because no API gives their number. */

interface Listener {
  readonly callback: object
  readonly capture: boolean
  readonly once: boolean
  readonly signal: AbortSignal | undefined
}

export class ListenerCounts {
  readonly #listeners = new WeakMap<object, Map<string, Listener[]>>()
  readonly #isAborted: (signal: AbortSignal) => boolean

  /** `isAborted` is the browser's own getter. */
  constructor(isAborted: (signal: AbortSignal) => boolean) {
    this.#isAborted = isAborted
  }

  /** DOM §2.7: one listener for each type, callback and capture. */
  add(target: object, type: string, callback: unknown, options: unknown): void {
    if (typeof callback !== 'function' && (typeof callback !== 'object' || callback === null))
      return
    const { capture, once, signal } = flatten(options)
    if (signal !== undefined && this.#isAborted(signal)) return
    const types = this.#listeners.get(target) ?? new Map<string, Listener[]>()
    this.#listeners.set(target, types)
    const listeners = types.get(type) ?? []
    types.set(type, listeners)
    const same = listeners.find((one) => one.callback === callback && one.capture === capture)
    if (same !== undefined && this.#isThere(same)) return
    if (same !== undefined) listeners.splice(listeners.indexOf(same), 1)
    listeners.push({ callback, capture, once, signal })
  }

  remove(target: object, type: string, callback: unknown, options: unknown): void {
    const listeners = this.#listeners.get(target)?.get(type) ?? []
    const { capture } = flatten(options)
    const index = listeners.findIndex((one) => one.callback === callback && one.capture === capture)
    if (index !== -1) listeners.splice(index, 1)
  }

  /** Counts the listeners of an event being dispatched, and removes those with `once`. */
  dispatched(target: object, type: string): number {
    const types = this.#listeners.get(target)
    const listeners = (types?.get(type) ?? []).filter((one) => this.#isThere(one))
    types?.set(
      type,
      listeners.filter((one) => !one.once),
    )
    return listeners.length
  }

  #isThere({ signal }: Listener): boolean {
    return signal === undefined || !this.#isAborted(signal)
  }
}

/** For options that the browser has read. */
function flatten(options: unknown): {
  readonly capture: boolean
  readonly once: boolean
  readonly signal: AbortSignal | undefined
} {
  if (typeof options !== 'object' || options === null) {
    return { capture: Boolean(options), once: false, signal: undefined }
  }
  // The browser has accepted the options, so this is an AbortSignal if present.
  const signal = 'signal' in options ? (options.signal as AbortSignal | undefined) : undefined
  return {
    capture: 'capture' in options && Boolean(options.capture),
    once: 'once' in options && Boolean(options.once),
    signal,
  }
}
