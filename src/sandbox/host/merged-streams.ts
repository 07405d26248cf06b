/**
 * Makes one stream of events out of those of a program's page and of its workers and frames, which
 * run in parallel: in the order of their times, numbered anew.
 */
import type { TraceEvent } from '../../core/trace/event.ts'

/** Milliseconds that an event waits for earlier ones of other streams. Later ones are dated up. */
const WINDOW = 50

export interface MergedStreamsOptions {
  /** Real milliseconds. */
  readonly now: () => number
  readonly later: (callback: () => void, delay: number) => void
  /** Every event before `computedUntil`, in milliseconds, has been given. */
  readonly emit: (events: readonly TraceEvent[], computedUntil: number) => void
}

interface Stream {
  /** The new number of each event, from the first that was not passed on as it was. */
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

/** One of the streams. Its events must be in order, numbered from 0. */
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

  /** The stream of the page: alone, it is passed on at once and as it is. */
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

  /** One more stream, beside that of the page. */
  add(): Accept {
    this.#main ??= { seqs: [], firstSeq: this.#nextSeq }
    const stream: Stream = { seqs: [], firstSeq: 0 }
    return (events, computedUntil) => this.#take(stream, events, computedUntil)
  }

  /** Gives what waits, now or, where streams may be under way, when they had time to arrive. */
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

  /** Gives the events up to a time, and none that lies before one given already. */
  #emitUntil(limit: number): void {
    const due = this.#waiting.filter(({ event }) => event.time <= limit)
    this.#waiting = this.#waiting.filter(({ event }) => event.time > limit)
    // Stable: within a stream the order stays.
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
