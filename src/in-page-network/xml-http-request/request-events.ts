/** The events of one XMLHttpRequest and of its upload. */
import type { ClientWorld } from '../client/client-world.ts'
import type { ClockTimer, Turn } from '../clock/clock.ts'
import type { TargetEvents } from '../web-api/target-events.ts'

/** Milliseconds from one `progress` to the next (XHR §3.5.6). */
const PROGRESS_EVERY = 50

/** The request, or its upload. */
export interface Target {
  readonly target: EventTarget
  readonly events: TargetEvents
}

export interface Loaded {
  readonly length: number
  readonly total: number
}

export class RequestEvents {
  readonly #world: ClientWorld
  /** The request. */
  readonly #own: Target
  readonly #loaded: () => Loaded
  #progressTimer: ClockTimer | undefined
  #hasProgress = false
  /** Which request this is: tasks of one that was given up do nothing. */
  generation = 0

  /** @param loaded what has arrived of the response. */
  constructor(world: ClientWorld, own: Target, loaded: () => Loaded) {
    this.#world = world
    this.#own = own
    this.#loaded = loaded
  }

  /** Begins another request, or none: what is queued for this one does nothing any more. */
  renew(): number {
    this.endProgress()
    return (this.generation += 1)
  }

  /** Nothing more of the response will come. */
  endProgress(): void {
    this.#progressTimer?.clear()
    this.#progressTimer = undefined
    this.#hasProgress = false
  }

  /** Queues a task of the request that is going on. */
  queue(cause: number | undefined, task: (turn: Turn) => Promise<void>): void {
    const { generation } = this
    this.#own.events.queue(cause, async (turn) => {
      if (this.generation === generation) await task(turn)
      return undefined
    })
  }

  /** In a task: one listener a turn. */
  async fire(event: Event, turn: Turn, { events } = this.#own): Promise<void> {
    const finish = await events.dispatch(event, turn)
    await turn()
    finish?.()
  }

  /** Fires events of the response, as long as no listener gives it up. */
  async fireOfResponse(types: readonly string[], turn: Turn): Promise<void> {
    const { generation } = this
    for (const type of types) {
      const { length, total } = this.#loaded()
      if (this.generation === generation) await this.fire(progress(type, length, total), turn)
    }
  }

  /** In a call of the program: all listeners at once. */
  fireNow(event: Event, { target } = this.#own): void {
    const value = this.#world.clock.now()
    Object.defineProperty(event, 'timeStamp', { value, configurable: true })
    target.dispatchEvent(event)
  }

  /** More of the response has arrived: now, or when it is time again. */
  async progressed(turn: Turn, isFirst: boolean): Promise<void> {
    this.#hasProgress = true
    if (this.#progressTimer === undefined) await this.tellProgress(turn, isFirst)
  }

  /** Tells what nobody was told yet. */
  async tellProgress(turn: Turn, isFirst = false): Promise<void> {
    if (!this.#hasProgress) return
    this.#hasProgress = false
    this.#progressTimer?.clear()
    this.#progressTimer = this.#world.clock.setTimer(() => {
      this.#progressTimer = undefined
      this.queue(undefined, (later) => this.tellProgress(later))
      return undefined
    }, PROGRESS_EVERY)
    // Web pages depend on it (XHR §3.5.6).
    if (!isFirst) await this.fire(new Event('readystatechange'), turn)
    await this.fireOfResponse(['progress'], turn)
  }
}

// Taken now: a program may replace it. Node has none.
const NativeProgressEvent: typeof ProgressEvent | undefined = globalThis.ProgressEvent

export function progress(type: string, loaded: number, total: number): Event {
  const init = { lengthComputable: total > 0, loaded, total }
  return NativeProgressEvent === undefined
    ? Object.assign(new Event(type), init)
    : new NativeProgressEvent(type, init)
}
