/**
 * Numbers and dates what is recorded and sends it off: the first events at once, so that a program
 * that then blocks has not swallowed them, and where there are many, later ones in batches.
 */
import type {
  Recorder,
  SourcePosition,
  TraceEvent,
  TraceEventDraft,
} from '../../core/trace/event.ts'

/** Milliseconds between two batches. */
const INTERVAL = 16
/** Events that leave without waiting for the interval. */
const MAX_EVENTS = 512
/** Batches of an interval that leave at once, however small. */
const MAX_AT_ONCE = 8

export interface RecordStreamOptions {
  /** The time of the run, milliseconds. */
  readonly time: () => number
  /** Real milliseconds. */
  readonly now: () => number
  readonly later: (callback: () => void, delay: number) => void
  readonly send: (events: readonly TraceEvent[], computedUntil: number) => void
}

export class RecordStream implements Recorder {
  readonly #options: RecordStreamOptions
  #buffer: TraceEvent[] = []
  #nextSeq = 0
  #intervalBegan = -Infinity
  #sentInInterval = 0
  #sendingLater = false
  /** In the order of their numbers. */
  readonly #held = new Set<number>()
  #closed = false
  #lastThrowingCall: Extract<TraceEventDraft, { type: 'apiCall' }> | undefined

  constructor(options: RecordStreamOptions) {
    this.#options = options
  }

  record(draft: TraceEventDraft): number {
    const seq = this.#append(draft)
    // Whoever records that handlers are about to run says so next, and holds the event.
    const heldNext =
      draft.type === 'eventFired' ||
      draft.type === 'timerFired' ||
      draft.type === 'eventSourceMessage'
    this.#flushWhenDue(!heldNext)
    return seq
  }

  /** Where the last call stood that threw this: a DOMException need not know. */
  placeOfException(name: string, message: string): SourcePosition | undefined {
    const { exception, source } = this.#lastThrowingCall ?? {}
    return exception?.name === name && exception.message === message ? source : undefined
  }

  /** Records an event of which something is not known yet: it must be released. */
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
    this.#buffer.push({ ...draft, seq, time: this.#options.time() } as TraceEvent)
    return seq
  }

  /** Nothing leaves from this event on until it is released. */
  hold(seq: number): void {
    if (!this.#closed) this.#held.add(seq)
  }

  release(seq: number): void {
    if (this.#held.delete(seq)) this.#flushWhenDue(true)
  }

  /** Whether something of an event is not known yet. */
  get holds(): boolean {
    return this.#held.size > 0
  }

  /** Completes an event that has not been sent yet. */
  complete(seq: number, complete: (event: TraceEvent) => TraceEvent): void {
    const index = seq - (this.#buffer[0]?.seq ?? this.#nextSeq)
    const event = this.#buffer[index]
    if (event !== undefined) this.#buffer[index] = complete(event)
  }

  setSource(seq: number, source: SourcePosition): void {
    this.complete(seq, (event) => ({ ...event, source }))
  }

  #flushWhenDue(now: boolean): void {
    const due =
      this.#sentInInterval < MAX_AT_ONCE ||
      this.#options.now() - this.#intervalBegan >= INTERVAL ||
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

  /** Sends what is not held. Tells how far the run has come even where nothing happened. */
  flush(always = false): void {
    const [firstHeld = this.#nextSeq] = this.#held
    const count = firstHeld - (this.#buffer[0]?.seq ?? this.#nextSeq)
    if (this.#closed || (count === 0 && !always)) return
    const events = this.#buffer.slice(0, count)
    this.#buffer = this.#buffer.slice(count)
    const now = this.#options.now()
    if (now - this.#intervalBegan >= INTERVAL) {
      this.#intervalBegan = now
      this.#sentInInterval = 0
    }
    this.#sentInInterval += 1
    this.#options.send(events, this.#buffer[0]?.time ?? this.#options.time())
  }

  /** Sends everything, complete or not, and takes no more. */
  close(): void {
    this.#held.clear()
    this.flush(true)
    this.#closed = true
  }
}
