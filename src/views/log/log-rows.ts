/** The rows of the log: which events a filter lets through, kept as the log grows and lets go. */
import type { TraceEvent } from '../../core/trace/event.ts'
import { EVENT_GROUPS, groupOf, type EventGroup } from '../../core/trace/describe/index.ts'
import { SeqList } from './seq-list.ts'

/** What the rows need of a `TraceLog`. */
export interface ReadableLog {
  readonly firstSeq: number
  readonly nextSeq: number
  get(seq: number): TraceEvent | undefined
}

export type EventFilter = (event: TraceEvent, group: EventGroup) => boolean

/** Between two looks at the clock. */
const SCAN_STRIDE = 256

/**
 * Each event is looked at once a filter, when it comes, so a batch costs what it holds and not what
 * the log holds.
 */
export class LogRows {
  readonly #shown = new SeqList()
  readonly #byGroup: Readonly<Record<EventGroup, SeqList>>
  #log: ReadableLog
  #accepts: EventFilter
  /** Events below are counted by group. */
  #countedUntil: number
  /** Events below have been shown to the filter. */
  #scannedUntil: number

  constructor(log: ReadableLog, accepts: EventFilter) {
    this.#log = log
    this.#accepts = accepts
    this.#countedUntil = log.firstSeq
    this.#scannedUntil = log.firstSeq
    const lists = EVENT_GROUPS.map((group) => [group, new SeqList()] as const)
    // `fromEntries` forgets the names of the keys; they are all of EVENT_GROUPS.
    this.#byGroup = Object.fromEntries(lists) as Record<EventGroup, SeqList>
  }

  /** Starts over with another filter. Call `scan` next. */
  filter(accepts: EventFilter): void {
    this.#accepts = accepts
    this.#shown.clear()
    this.#scannedUntil = this.#log.firstSeq
  }

  /** Drops what the log let go of. @returns how many rows that were. */
  release(): number {
    const { firstSeq } = this.#log
    for (const group of EVENT_GROUPS) this.#byGroup[group].releaseBefore(firstSeq)
    this.#countedUntil = Math.max(this.#countedUntil, firstSeq)
    this.#scannedUntil = Math.max(this.#scannedUntil, firstSeq)
    return this.#shown.releaseBefore(firstSeq)
  }

  /**
   * Looks at the events that have come.
   * @param isLate asked now and then; where it says yes, the rest waits for the next call.
   * @returns whether all have been looked at.
   */
  scan(isLate: () => boolean): boolean {
    const { nextSeq } = this.#log
    for (let seq = this.#countedUntil; seq < nextSeq; seq += 1) {
      const event = this.#log.get(seq)
      if (event !== undefined) this.#byGroup[groupOf(event)].push(seq)
    }
    this.#countedUntil = nextSeq
    while (this.#scannedUntil < nextSeq) {
      const end = Math.min(nextSeq, this.#scannedUntil + SCAN_STRIDE)
      for (let seq = this.#scannedUntil; seq < end; seq += 1) {
        const event = this.#log.get(seq)
        if (event !== undefined && this.#accepts(event, groupOf(event))) this.#shown.push(seq)
      }
      this.#scannedUntil = end
      if (end < nextSeq && isLate()) return false
    }
    return true
  }

  /** How many rows there are before the event `seq`. */
  countBefore(seq: number): number {
    return this.#shown.countBefore(seq)
  }

  /** How many events of a group there are before the event `seq`, shown or not. */
  groupCountBefore(group: EventGroup, seq: number): number {
    return this.#byGroup[group].countBefore(seq)
  }

  /** Whether the log holds any event of the group. */
  hasGroup(group: EventGroup): boolean {
    return this.#byGroup[group].length > 0
  }

  eventAt(index: number): TraceEvent | undefined {
    const seq = this.#shown.at(index)
    return seq === undefined ? undefined : this.#log.get(seq)
  }

  /** The row of the event `seq`, or -1 where the filter hides it. */
  indexOf(seq: number): number {
    return this.#shown.indexOf(seq)
  }
}
