/**
 * Numbers and dates events and sends them: the first after a rest at once, so that they arrive even
 * if the program then blocks, and those of a flood in batches.
 */
import type {
  Recorder,
  SourcePosition,
  TraceEvent,
  TraceEventDraft,
} from '../../core/trace/event.ts'
import { passOver } from '../../core/trace/pass-over.ts'
import { MAX_CREDIT } from '../credit.ts'

/** Milliseconds between two batches. */
const INTERVAL = 16
/** A batch of this many events is sent at once. */
const MAX_EVENTS = 512
/** Batches that are sent at once, however small, after a rest. In a flood one in each interval is. */
const MAX_AT_ONCE = 8
/** Milliseconds without a batch that count as a rest. */
const REST = 100

export interface RecordStreamOptions {
  /** The time of the run, milliseconds. */
  readonly time: () => number
  /** Real milliseconds. */
  readonly now: () => number
  readonly later: (callback: () => void, delay: number) => void
  readonly send: (events: readonly TraceEvent[], computedUntil: number) => void
  /** Called after each event. */
  readonly appended?: () => void
  /** Called when the last event that was held is released. */
  readonly released?: () => void
}

/**
 * A list that inherits nothing: what is put into another one asks `Array.prototype` for a setter, and
 * what is read from it for a method, and both may be the program's.
 */
type Bare<T> = T[]

const { setPrototypeOf } = Object
const { prototype: arrayPrototype } = Array

function bare<T>(): Bare<T> {
  const list: T[] = []
  setPrototypeOf(list, null)
  return list
}

export class RecordStream implements Recorder {
  readonly #options: RecordStreamOptions
  #buffer: Bare<TraceEvent> = bare()
  #nextSeq = 0
  #lastSent = -Infinity
  #sentSinceRest = 0
  #sendingLater = false
  /** In the order of their numbers. */
  #held: Bare<number> = bare()
  #closed = false
  #credit = MAX_CREDIT
  #lacksCredit = false
  #lastThrowingCall: Extract<TraceEventDraft, { type: 'apiCall' }> | undefined

  constructor(options: RecordStreamOptions) {
    this.#options = options
  }

  record(draft: TraceEventDraft): number {
    const seq = this.#append(draft)
    // The caller may hold this event next, because its handlers are about to run.
    this.#flushWhenDue(!opensHandlers(draft))
    return seq
  }

  /** Position of the last call that threw this: a DOMException may not know it. */
  placeOfException(name: string, message: string): SourcePosition | undefined {
    const { exception, source } = this.#lastThrowingCall ?? {}
    return exception?.name === name && exception.message === message ? source : undefined
  }

  /** Records an incomplete event, which must be released. */
  recordHeld(draft: TraceEventDraft): number {
    const seq = this.#append(draft)
    this.hold(seq)
    return seq
  }

  #append(draft: TraceEventDraft): number {
    const seq = this.#nextSeq
    if (this.#closed) return seq
    this.#nextSeq += 1
    if (draft.type === 'apiCall' && draft.exception) this.#lastThrowingCall = draft
    // A draft is an event of the union without exactly these two properties.
    this.#buffer[this.#buffer.length] = { ...draft, seq, time: this.#options.time() } as TraceEvent
    this.#options.appended?.()
    return seq
  }

  /** Keeps this event and all later ones until it is released. */
  hold(seq: number): void {
    if (!this.#closed) this.#held[this.#held.length] = seq
  }

  release(seq: number): void {
    const held: Bare<number> = bare()
    for (let index = 0; index < this.#held.length; index += 1) {
      const other = this.#held[index]
      if (other !== undefined && other !== seq) held[held.length] = other
    }
    const wasHeld = held.length < this.#held.length
    this.#held = held
    if (!wasHeld) return
    this.#flushWhenDue(true)
    if (!this.holds) this.#options.released?.()
  }

  /** Whether an event is held. */
  get holds(): boolean {
    return this.#held.length > 0
  }

  /** Completes an event that is still held. */
  complete(seq: number, complete: (event: TraceEvent) => TraceEvent): void {
    const index = seq - (this.#buffer[0]?.seq ?? this.#nextSeq)
    const event = this.#buffer[index]
    if (event !== undefined) this.#buffer[index] = complete(event)
  }

  setSource(seq: number, source: SourcePosition): void {
    this.complete(seq, (event) => ({ ...event, source }))
  }

  /** The page takes as many batches more. */
  grant(count: number): void {
    this.#credit += count
    if (!this.#lacksCredit) return
    this.#lacksCredit = false
    this.flush(true)
  }

  #flushWhenDue(now: boolean): void {
    const due =
      this.#sentSinceRest < MAX_AT_ONCE ||
      this.#options.now() - this.#lastSent >= INTERVAL ||
      this.#buffer.length >= MAX_EVENTS
    if (now && due) this.flush()
    else if (!this.#sendingLater) {
      this.#sendingLater = true
      this.#options.later(() => {
        this.#sendingLater = false
        this.flush()
      }, INTERVAL)
    }
  }

  /** Sends all events that are not held, and the time up to which the run is computed. */
  flush(always = false, isLast = false): void {
    const firstHeld = this.#held[0] ?? this.#nextSeq
    const count = firstHeld - (this.#buffer[0]?.seq ?? this.#nextSeq)
    if (this.#closed || (count === 0 && !always)) return
    if (this.#credit <= 0 && !isLast) {
      this.#lacksCredit = true
      return
    }
    this.#credit -= 1
    const events: Bare<TraceEvent> = bare()
    const rest: Bare<TraceEvent> = bare()
    for (let index = 0; index < this.#buffer.length; index += 1) {
      const event = this.#buffer[index]
      if (event === undefined) continue
      if (index < count) events[index] = event
      else rest[index - count] = event
    }
    this.#buffer = rest
    setPrototypeOf(events, arrayPrototype)
    const now = this.#options.now()
    if (now - this.#lastSent >= REST) this.#sentSinceRest = 0
    this.#sentSinceRest += 1
    this.#lastSent = now
    this.#options.send(events, this.#buffer[0]?.time ?? this.#options.time())
  }

  /** Sends all events, held or not, and takes no more. */
  close(): void {
    this.#held = bare()
    this.flush(true, true)
    this.#closed = true
  }
}

/** Whether handlers of the program may run next, from which more becomes known of the event. */
function opensHandlers(draft: TraceEventDraft): boolean {
  switch (draft.type) {
    case 'eventFired':
    case 'timerFired':
    case 'eventSourceMessage':
    case 'messageDelivered':
      return true
    default:
      passOver('opensHandlers', draft)
      return false
  }
}
