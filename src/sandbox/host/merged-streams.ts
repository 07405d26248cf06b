/**
 * Merges the event streams of a program's page, workers and iframes, which run in parallel, into
 * one: ordered by time and numbered anew.
 */
import type { TraceEvent } from '../../core/trace/event.ts'

/** Milliseconds that an event waits for earlier ones of other streams. Late ones are redated. */
const WINDOW = 50

export interface MergedStreamsOptions {
  /** Real milliseconds. */
  readonly now: () => number
  readonly later: (callback: () => void, delay: number) => void
  /** Every event before `computedUntil`, in milliseconds, has been emitted. */
  readonly emit: (events: readonly TraceEvent[], computedUntil: number) => void
}

interface Stream {
  /** The new number of each event, from the first that was numbered anew. */
  readonly seqs: number[]
  readonly firstSeq: number
}

interface Waiting {
  readonly stream: Stream
  readonly event: TraceEvent
}

interface Arrival {
  readonly at: number
  readonly until: number
}

/** Takes the next events of one stream, in order and numbered from 0. */
export type Accept = (events: readonly TraceEvent[], computedUntil: number) => void

export class MergedStreams {
  readonly #options: MergedStreamsOptions
  #main: Stream | undefined
  #waiting: Waiting[] = []
  #arrivals: Arrival[] = []
  #nextSeq = 0
  #time = 0
  #isDue = false

  constructor(options: MergedStreamsOptions) {
    this.#options = options
  }

  /** The page's stream. While it is the only one, its events are emitted at once and unchanged. */
  readonly accept: Accept = (events, computedUntil) => {
    if (this.#main !== undefined) {
      this.#take(this.#main, events, computedUntil)
      return
    }
    const last = events.at(-1)
    if (last !== undefined) {
      this.#nextSeq = last.seq + 1
      this.#time = last.time
    }
    this.#options.emit(events, computedUntil)
  }

  /** Adds a stream beside the page's. */
  add(): Accept {
    this.#main ??= { seqs: [], firstSeq: this.#nextSeq }
    const stream: Stream = { seqs: [], firstSeq: 0 }
    return (events, computedUntil) => this.#take(stream, events, computedUntil)
  }

  /** Emits all that waits: now, or after a window in which other streams may still arrive. */
  finish(done: () => void): void {
    if (this.#main === undefined) {
      done()
      return
    }
    this.#options.later(() => {
      this.#emitUntil(Infinity)
      done()
    }, WINDOW)
  }

  #take(stream: Stream, events: readonly TraceEvent[], until: number): void {
    for (const event of events) this.#waiting.push({ stream, event })
    this.#arrivals.push({ at: this.#options.now(), until })
    this.#emitLater()
  }

  #emitLater(): void {
    if (this.#isDue) return
    this.#isDue = true
    this.#options.later(() => {
      this.#isDue = false
      const ripe = this.#options.now() - WINDOW
      const arrived = this.#arrivals.filter(({ at }) => at <= ripe)
      this.#arrivals = this.#arrivals.filter(({ at }) => at > ripe)
      if (arrived.length > 0) this.#emitUntil(Math.max(...arrived.map(({ until }) => until)))
      if (this.#arrivals.length > 0) this.#emitLater()
    }, WINDOW)
  }

  /** Emits the events up to a time, none dated before one emitted already. */
  #emitUntil(limit: number): void {
    const due = this.#waiting.filter(({ event }) => event.time <= limit)
    this.#waiting = this.#waiting.filter(({ event }) => event.time > limit)
    // A stable sort: each stream keeps its order.
    due.sort((a, b) => a.event.time - b.event.time)
    const events = due.map(({ stream, event }) => this.#renumbered(stream, event))
    const until = limit === Infinity ? this.#time : Math.max(this.#time, limit)
    this.#options.emit(events, until)
  }

  #renumbered({ seqs, firstSeq }: Stream, event: TraceEvent): TraceEvent {
    const seq = this.#nextSeq++
    seqs[event.seq - firstSeq] = seq
    this.#time = Math.max(this.#time, event.time)
    const { cause } = event
    if (cause === undefined) return { ...event, seq, time: this.#time }
    const moved = cause < firstSeq ? cause : seqs[cause - firstSeq]
    return { ...event, seq, time: this.#time, ...(moved !== undefined && { cause: moved }) }
  }
}
