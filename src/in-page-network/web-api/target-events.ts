import { misnamedHandler } from '../../core/trace/misnamed-handler.ts'
import type { ClientWorld } from '../client/client-world.ts'
import type { TaskResult, Turn } from '../clock/clock.ts'
import { connectionBaseOf } from '../recording/event-base.ts'
import { EventHandlers } from './event-handlers.ts'
import { ListenerList } from './listener-list.ts'

/** The events of one WebSocket or EventSource: listeners, handler attributes, dispatch. */
export class TargetEvents {
  readonly listeners = new ListenerList()
  readonly handlers: EventHandlers
  readonly #target: EventTarget
  readonly #world: ClientWorld

  constructor(target: EventTarget, world: ClientWorld) {
    this.handlers = new EventHandlers(target, this.listeners)
    this.#target = target
    this.#world = world
  }

  /** Queues a task of the networking task source. `cause` is the `seq` of what caused it. */
  queue(cause: number | undefined, task: (turn: Turn) => TaskResult | Promise<TaskResult>): void {
    this.#world.clock.queueTask((turn) => {
      this.#world.cause.current = cause
      return task(turn)
    })
  }

  /** Records an event of a connection and runs its listeners. */
  fire(
    event: Event,
    connectionId: string,
    details: object,
    cause: number | undefined,
    turn: Turn,
  ): TaskResult | Promise<TaskResult> {
    const { type: eventType } = event
    const listeners = this.listeners.count(eventType)
    const misnamed = listeners === 0 ? misnamedHandler(this.#target, eventType) : undefined
    const seq = this.#world.recorder.record({
      ...connectionBaseOf(connectionId, 'client', cause),
      type: 'eventFired',
      // Only what the class itself fires comes here.
      eventType: eventType as 'open' | 'message' | 'error' | 'close',
      listeners,
      ...(misnamed === undefined ? {} : { misnamed }),
      ...details,
    })
    return this.run(event, seq, turn)
  }

  /** Runs the listeners of an event that was recorded as `seq`. */
  run(event: Event, seq: number, turn: Turn): TaskResult | Promise<TaskResult> {
    const { cause, observer } = this.#world
    cause.current = seq
    observer.dispatching(seq)
    const finished = this.dispatch(event, turn)
    const finish = (done: TaskResult) => () => {
      done?.()
      observer.dispatched(seq)
    }
    return finished instanceof Promise ? finished.then(finish) : finish(finished)
  }

  /** Runs the listeners of an event that is not recorded. */
  dispatch(event: Event, turn: Turn): TaskResult | Promise<TaskResult> {
    const { observer, clock, untold } = this.#world
    return this.listeners.dispatch(event, this.#target, turn, {
      uncaught: (error) => observer.uncaught(error, 'client', 'exception'),
      now: () => clock.now(),
      untold,
    })
  }
}

/**
 * Adds to the prototype of an interface its handler attributes, and the methods that also keep our
 * own list of listeners.
 *
 * @param types of the handler attributes: `open` for `onopen`
 * @param record records that the program set a handler attribute
 */
export function addEventMembers<T extends EventTarget>(
  prototype: T,
  types: readonly string[],
  eventsOf: (target: T) => TargetEvents,
  record: (target: T, attribute: string, value: unknown) => void,
): void {
  // Members of the prototype are called on objects of the class: see `shapeAsInterface`.
  const eventsOfThis = (target: object) => eventsOf(target as T)
  const members: object[] = types.map((type) => ({
    get [`on${type}`](): object | null {
      return eventsOfThis(this).handlers.get(type)
    },
    set [`on${type}`](value: unknown) {
      // As above.
      record(this as object as T, `on${type}`, value)
      eventsOfThis(this).handlers.set(type, value)
    },
  }))
  members.push({
    addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
      // As above.
      eventsOfThis(this).listeners.register(this as object as T, ...args)
    },
    removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
      // As above.
      eventsOfThis(this).listeners.deregister(this as object as T, ...args)
    },
  })
  for (const member of members)
    Object.defineProperties(prototype, Object.getOwnPropertyDescriptors(member))
}
