/**
 * The append-only log of a run: a ring, bounded in events and in bytes. Beyond the limit of bytes the
 * largest bodies go, beyond that of events the oldest events; of those, the skeleton of the run stays.
 */
import { Bodies } from './bodies.ts'
import type { TraceEvent } from './event.ts'
import { isSkeleton } from './events/skeleton.ts'
import { MIN_OMITTED, sizeOfEvent, withoutBody } from './events/traits.ts'
import { lowerBoundOf } from './lower-bound.ts'
import { emptyState, foldEvent, type FoldableLog, type TraceState } from './state.ts'

export interface TraceLogLimits {
  /** The most events held at once, at least 1. */
  readonly events: number
  /** The most octets held at once, by the estimate of `sizeOfEvent`. */
  readonly bytes: number
}

export const DEFAULT_LIMITS: TraceLogLimits = { events: 200_000, bytes: 64 * 1024 * 1024 }

/** The most events of the skeleton that stay of those released. */
export const MAX_SKELETON = 2_000
/** Larger ones do not stay, octets by the estimate of `sizeOfEvent`. */
const MAX_SKELETON_EVENT = 8 * 1024

/** What a log has released to stay within its limits. */
export interface Released {
  readonly events: number
  readonly bytes: number
}

/** What a log has let go of the events that it holds. */
export interface Omitted {
  /** How many events have no body any more. */
  readonly events: number
  readonly bytes: number
}

const MIN_RING = 1024

/**
 * Events in the order of their `seq`, without gaps, with times that never go back. Where the limits
 * are passed the oldest events are released and counted; the newest event is always held, whole. What the
 * released events led to is kept in `base`, so the state of the world is known at every event held.
 *
 * A large body never takes events with it: where octets are too many, only bodies go. And a flood
 * never takes the beginning with it: how connections came about and ended is in `skeleton`.
 */
export class TraceLog implements FoldableLog {
  readonly #limits: TraceLogLimits
  /** A ring of a power of two; the event `seq` is at `seq & (length - 1)`. */
  #ring: (TraceEvent | undefined)[] = new Array<TraceEvent | undefined>(MIN_RING)
  #firstSeq = 0
  #nextSeq = 0
  readonly #bodies = new Bodies()
  #releasedBytes = 0
  #omittedEvents = 0
  #omittedBytes = 0
  readonly #skeleton: TraceEvent[]
  #base: TraceState = emptyState

  /**
   * @param firstSeq of the first event: more than 0 where older ones were let go elsewhere.
   * @param skeleton what stayed of those.
   */
  constructor(
    limits: TraceLogLimits = DEFAULT_LIMITS,
    firstSeq = 0,
    skeleton: readonly TraceEvent[] = [],
  ) {
    this.#limits = limits
    this.#firstSeq = firstSeq
    this.#nextSeq = firstSeq
    this.#skeleton = skeleton.slice(0, MAX_SKELETON)
    this.#base = { ...this.#skeleton.reduce(foldEvent, emptyState), seq: firstSeq }
  }

  /** How many events are held. */
  get length(): number {
    return this.#nextSeq - this.#firstSeq
  }

  /** The `seq` of the oldest event held; equal to `nextSeq` where none is. */
  get firstSeq(): number {
    return this.#firstSeq
  }

  /** The `seq` that the next event must have. */
  get nextSeq(): number {
    return this.#nextSeq
  }

  /** Octets held, by the estimate of `sizeOfEvent`. */
  get bytes(): number {
    return this.#bodies.octets
  }

  get released(): Released {
    return { events: this.#firstSeq, bytes: this.#releasedBytes }
  }

  get omitted(): Omitted {
    return { events: this.#omittedEvents, bytes: this.#omittedBytes }
  }

  /** The events that stay of those released, oldest first: `get` gives them too. */
  get skeleton(): readonly TraceEvent[] {
    return this.#skeleton
  }

  /** The state before the oldest event held. */
  get base(): TraceState {
    return this.#base
  }

  /** The newest event, if there is one. */
  get last(): TraceEvent | undefined {
    return this.get(this.#nextSeq - 1)
  }

  /**
   * Adds one event.
   * @throws RangeError where its `seq` is not `nextSeq` or its time lies before the last event's.
   */
  append(event: TraceEvent): void {
    if (event.seq !== this.#nextSeq)
      throw new RangeError(`event ${event.seq} came where ${this.#nextSeq} was due`)
    const last = this.last
    if (last !== undefined && event.time < last.time)
      throw new RangeError(`event ${event.seq} goes back in time: ${event.time} < ${last.time}`)
    if (this.length === this.#ring.length) this.#grow()
    this.#ring[event.seq & (this.#ring.length - 1)] = event
    this.#nextSeq += 1
    this.#bodies.hold(event)
    while (this.length > this.#limits.events) this.#release()
    while (this.bytes > this.#limits.bytes && this.#omitLargest());
    const size = sizeOfEvent(event)
    while (this.length > 1 && this.bytes - size > this.#limits.bytes) this.#release()
  }

  /**
   * The event with this `seq`; undefined where it was released without being of the skeleton, or has
   * not come yet.
   */
  get(seq: number): TraceEvent | undefined {
    if (seq < this.#firstSeq) return this.#skeletonAt(seq)
    if (seq >= this.#nextSeq) return undefined
    return this.#ring[seq & (this.#ring.length - 1)]
  }

  /** The events still held with `from <= seq < to`, oldest first. */
  slice(from: number = this.#firstSeq, to: number = this.#nextSeq): TraceEvent[] {
    const events: TraceEvent[] = []
    const end = Math.min(to, this.#nextSeq)
    for (let seq = Math.max(from, this.#firstSeq); seq < end; seq += 1) {
      const event = this.get(seq)
      if (event !== undefined) events.push(event)
    }
    return events
  }

  /** How many of the events still held have a time at or before this one, in milliseconds. */
  countUntil(time: number): number {
    let low = this.#firstSeq
    let high = this.#nextSeq
    while (low < high) {
      const middle = low + Math.floor((high - low) / 2)
      const event = this.get(middle)
      if (event !== undefined && event.time <= time) low = middle + 1
      else high = middle
    }
    return low - this.#firstSeq
  }

  #grow(): void {
    const ring = new Array<TraceEvent | undefined>(this.#ring.length * 2)
    for (let seq = this.#firstSeq; seq < this.#nextSeq; seq += 1)
      ring[seq & (ring.length - 1)] = this.#ring[seq & (this.#ring.length - 1)]
    this.#ring = ring
  }

  #skeletonAt(seq: number): TraceEvent | undefined {
    const { length } = this.#skeleton
    const event = this.#skeleton[lowerBoundOf(length, (index) => this.#skeleton[index]?.seq, seq)]
    return event?.seq === seq ? event : undefined
  }

  /** Lets the largest body go; false if only the newest event's is left. */
  #omitLargest(): boolean {
    const seq = this.#bodies.takeLargest(this.#firstSeq, this.#nextSeq - 1)
    if (seq === undefined) return false
    const slot = seq & (this.#ring.length - 1)
    const event = this.#ring[slot]
    if (event === undefined) return true
    const emptied = withoutBody(event)
    this.#ring[slot] = emptied
    this.#bodies.letGo(event)
    this.#bodies.hold(emptied)
    this.#omittedBytes += sizeOfEvent(event) - sizeOfEvent(emptied)
    this.#omittedEvents += 1
    return true
  }

  #release(): void {
    const slot = this.#firstSeq & (this.#ring.length - 1)
    const event = this.#ring[slot]
    if (event === undefined) return
    const size = sizeOfEvent(event)
    this.#ring[slot] = undefined
    this.#firstSeq += 1
    this.#bodies.letGo(event)
    if (size >= MIN_OMITTED) this.#bodies.forgetBefore(this.#firstSeq)
    this.#releasedBytes += size
    this.#base = foldEvent(this.#base, event)
    if (this.#skeleton.length < MAX_SKELETON && size <= MAX_SKELETON_EVENT && isSkeleton(event))
      this.#skeleton.push(event)
  }
}
