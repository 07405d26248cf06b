import type { TraceEvent, TraceEventDraft } from '../event.ts'

type Writable<T> = T extends unknown ? { -readonly [K in keyof T]: T[K] } : never

/** Gives the events of a merged trace their `seq` and `time`: no gap, no step back. */
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

  /** Adds a row and gives its `seq`. The row is taken as it is: there are many. */
  add(row: Writable<TraceEventDraft>, time: number): number {
    const seq = this.#nextSeq
    this.#nextSeq += 1
    this.#time = Math.max(this.#time, time)
    // A draft is an event of the union without exactly these two properties.
    const event = row as Writable<TraceEvent>
    event.seq = seq
    event.time = this.#time
    this.#events.push(event)
    return seq
  }

  /** Adds an event of the sandbox, changed where the lab server knew more. */
  addOfSandbox(event: TraceEvent, changes?: Partial<TraceEvent>): number {
    const place = this.placeOf(event.cause)
    // The changes are properties of the event's own type.
    const row = { ...event, ...changes } as Writable<TraceEvent>
    if (changes?.cause === undefined) {
      if (place === undefined) delete row.cause
      else row.cause = place
    }
    const added = this.add(row, event.time)
    this.#places[event.seq] = added
    return added
  }

  /** The `seq` here of an event of the sandbox. */
  placeOf(seq: number | undefined): number | undefined {
    return seq === undefined ? undefined : this.#places[seq]
  }

  /** Gives an event of the sandbox no row: an existing row replaces it. */
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
