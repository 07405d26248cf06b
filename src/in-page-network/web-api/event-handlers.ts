import type { ListenerList } from './listener-list.ts'
import { isObject } from './web-idl.ts'

interface Handler {
  value: object
  readonly listener: (event: Event) => void
}

/** The event handler attributes of one target (HTML §8.1.8.1): `onopen` and the like. */
export class EventHandlers {
  readonly #target: EventTarget
  readonly #listeners: ListenerList
  readonly #handlers = new Map<string, Handler>()

  /** @param listeners of the target: a handler is one of them. */
  constructor(target: EventTarget, listeners: ListenerList) {
    this.#target = target
    this.#listeners = listeners
  }

  /** `type` is the event's: `open` for `onopen`. */
  get(type: string): object | null {
    return this.#handlers.get(type)?.value ?? null
  }

  /**
   * What is no object counts as null; what is not callable is kept and not called. A handler that
   * replaces another one takes its place; after null, one goes to the end.
   */
  set(type: string, value: unknown): void {
    const before = this.#handlers.get(type)
    if (!isObject(value)) {
      if (before === undefined) return
      this.#handlers.delete(type)
      this.#listeners.deregister(this.#target, type, before.listener)
    } else if (before !== undefined) {
      before.value = value
    } else {
      const handler: Handler = {
        value,
        listener: (event) => {
          if (typeof handler.value !== 'function') return
          Reflect.apply(handler.value, this.#target, [event])
        },
      }
      this.#handlers.set(type, handler)
      this.#listeners.register(this.#target, type, handler.listener)
    }
  }
}
