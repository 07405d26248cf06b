import type { TraceEvent, TraceEventDraft } from '../event.ts'

/** Numbers and dates the events of a merged trace: no gap in `seq`, no step back in `time`. */
export class MergedLog {
  #events: TraceEvent[] = []
  #nextSeq = 0
  #time = 0
  /** The `seq` here of each event of the sandbox, by its `seq` there. */
  readonly #places: number[] = []

  /** Of the last event, milliseconds. */
  get time(): number {
    return this.#time
  }

  /** Adds a row and gives its `seq`. */
  add(draft: TraceEventDraft, time: number): number {
    const seq = this.#nextSeq
    this.#nextSeq += 1
    this.#time = Math.max(this.#time, time)
    // A draft is an event of the union without exactly these two properties.
    this.#events.push({ ...draft, seq, time: this.#time } as TraceEvent)
    return seq
  }

  /** Adds an event of the sandbox, changed where the lab server knew more. */
  addOfSandbox(event: TraceEvent, changes: Partial<TraceEvent> = {}): number {
    const { seq, time, cause, ...rest } = event
    const place = this.placeOf(cause)
    // The event itself, with properties of its own type.
    const draft = {
      ...rest,
      ...(place !== undefined && { cause: place }),
      ...changes,
    } as TraceEventDraft
    const added = this.add(draft, time)
    this.#places[seq] = added
    return added
  }

  /** The `seq` here of an event of the sandbox. */
  placeOf(seq: number | undefined): number | undefined {
    return seq === undefined ? undefined : this.#places[seq]
  }

  /** An event of the sandbox has no row of its own: another one stands for it. */
  replace(event: TraceEvent, by: number | undefined): void {
    if (by !== undefined) this.#places[event.seq] = by
  }

  /** The events that were added since the last time. */
  take(): readonly TraceEvent[] {
    const events = this.#events
    this.#events = []
    return events
  }
}
