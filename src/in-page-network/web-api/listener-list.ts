import type { UntoldGetters } from '../client/client-world.ts'
import type { TaskResult, Turn } from '../clock/clock.ts'

interface RegisteredListener {
  readonly type: string
  readonly callback: EventListenerOrEventListenerObject
  readonly capture: boolean
  readonly once: boolean
  removed: boolean
}

/** What the dispatch of one event needs to know of its world. */
export interface Dispatcher {
  /** A listener threw. */
  uncaught(error: unknown): void
  /** What `event.timeStamp` says, milliseconds. */
  now(): number
  /** Gets the accessors that an event is given. */
  readonly untold: UntoldGetters
}

// Those of the class call what is here, and a program may replace them.
const { addEventListener, removeEventListener } = EventTarget.prototype
const { get: getType } = Object.getOwnPropertyDescriptor(Event.prototype, 'type') ?? {}

/**
 * The listeners of an event target whose events reach one listener a turn, because natively the
 * microtasks of one listener run before the next one is called (HTML §8.1.4.4, "clean up after
 * running script").
 *
 * The target registers its listeners natively too: what a program dispatches itself with
 * `dispatchEvent` takes the native way, which is synchronous.
 */
export class ListenerList {
  #listeners: readonly RegisteredListener[] = []

  /** Adds a listener natively, where its arguments are converted and checked, and here. */
  register(target: EventTarget, ...args: Parameters<EventTarget['addEventListener']>): void {
    Reflect.apply(addEventListener, target, args)
    this.add(...args)
  }

  deregister(target: EventTarget, ...args: Parameters<EventTarget['removeEventListener']>): void {
    Reflect.apply(removeEventListener, target, args)
    this.remove(...args)
  }

  /** As `addEventListener`, after the native one has converted and checked its arguments. */
  add(
    type: string,
    callback: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void {
    if (callback === null || callback === undefined) return
    const { capture = false, once = false, signal = undefined } = flatten(options)
    if (signal?.aborted === true) return
    const name = String(type)
    if (this.#find(name, callback, capture) !== undefined) return
    const listener = { type: name, callback, capture: Boolean(capture), once, removed: false }
    this.#listeners = [...this.#listeners, listener]
    signal?.addEventListener('abort', () => this.#remove(listener))
  }

  /** As `removeEventListener`. */
  remove(type: string, callback: unknown, options?: boolean | EventListenerOptions): void {
    const listener = this.#find(String(type), callback, flatten(options).capture ?? false)
    if (listener !== undefined) this.#remove(listener)
  }

  /** How many listeners an event of this type would reach. */
  count(type: string): number {
    return this.#listenersOf(type).length
  }

  /**
   * DOM §2.9 for a target without a parent, one listener a turn. What it returns ends the dispatch
   * when the last listener's microtasks have run.
   */
  dispatch(
    event: Event,
    target: EventTarget,
    turn: Turn,
    dispatcher: Dispatcher,
  ): TaskResult | Promise<TaskResult> {
    const state = { stopped: false, current: target as EventTarget | null }
    dressEvent(event, target, state, dispatcher)
    const finish = () => {
      state.current = null
    }
    const [first, ...others] = this.#listenersOf(String(getType?.call(event)))
    if (first === undefined) {
      finish()
      return undefined
    }
    this.#invoke(first, event, target, dispatcher)
    if (others.length === 0) return finish
    return (async () => {
      for (const listener of others) {
        await turn()
        if (state.stopped) break
        if (!listener.removed) this.#invoke(listener, event, target, dispatcher)
      }
      return finish
    })()
  }

  /** At the target, capturing listeners come first (DOM §2.9). */
  #listenersOf(type: string): RegisteredListener[] {
    const listeners = this.#listeners.filter((listener) => listener.type === type)
    return [
      ...listeners.filter(({ capture }) => capture),
      ...listeners.filter(({ capture }) => !capture),
    ]
  }

  #find(type: string, callback: unknown, capture: boolean): RegisteredListener | undefined {
    return this.#listeners.find(
      (listener) =>
        listener.type === type &&
        listener.callback === callback &&
        listener.capture === Boolean(capture),
    )
  }

  #remove(listener: RegisteredListener): void {
    listener.removed = true
    this.#listeners = this.#listeners.filter((other) => other !== listener)
  }

  #invoke(
    listener: RegisteredListener,
    event: Event,
    target: EventTarget,
    dispatcher: Dispatcher,
  ): void {
    const { callback, type, capture } = listener
    if (listener.once) this.deregister(target, type, callback, capture)
    try {
      if (typeof callback === 'function') {
        Reflect.apply(callback, target, [event])
        return
      }
      const handle: unknown = callback.handleEvent
      if (typeof handle !== 'function') {
        throw new TypeError("EventListener's 'handleEvent' property is not callable")
      }
      Reflect.apply(handle, callback, [event])
    } catch (error) {
      dispatcher.uncaught(error)
    }
  }
}

function flatten(options: boolean | AddEventListenerOptions | undefined): AddEventListenerOptions {
  if (typeof options === 'object' && options !== null) return options
  return { capture: Boolean(options) }
}

/**
 * Gives an event what only a native dispatch can set. The properties are the event's own, in front
 * of the accessors of `Event.prototype`.
 */
function dressEvent(
  event: Event,
  target: EventTarget,
  state: { stopped: boolean; current: EventTarget | null },
  dispatcher: Dispatcher,
): void {
  const getter = (get: () => unknown) => {
    dispatcher.untold.set(get, get)
    return { get, configurable: true }
  }
  const value = (fixed: unknown) => ({ value: fixed, configurable: true })
  Object.defineProperties(event, {
    target: value(target),
    srcElement: value(target),
    timeStamp: value(dispatcher.now()),
    currentTarget: getter(() => state.current),
    eventPhase: getter(() => (state.current === null ? Event.NONE : Event.AT_TARGET)),
    composedPath: value(() => (state.current === null ? [] : [target])),
    stopImmediatePropagation: value(() => {
      state.stopped = true
    }),
  })
}
