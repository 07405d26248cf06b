/** The rows of the log: which events a filter lets through, and how many of each group there are. */
import type { TraceEvent } from '../../core/trace/event.ts'
import { EVENT_GROUPS, groupOf, type EventGroup } from '../../core/trace/describe/index.ts'
import type { ReadableLog } from '../../core/trace/readable-log.ts'
import { SeqList } from './seq-list.ts'

export type EventFilter = (event: TraceEvent, group: EventGroup) => boolean

/** The filter sees each event once, so a batch costs what it holds and not what the log holds. */
export class LogRows {
  /** How many rows were dropped because the log released their events. */
  released = 0
  readonly #shown = new SeqList()
  readonly #log: Pick<ReadableLog, 'get'>
  readonly #accepts: EventFilter

  constructor(log: Pick<ReadableLog, 'get'>, accepts: EventFilter) {
    this.#log = log
    this.#accepts = accepts
  }

  accept(event: TraceEvent): void {
    if (this.#accepts(event, groupOf(event))) this.#shown.push(event.seq)
  }

  release(firstSeq: number): void {
    this.released += this.#shown.releaseBefore(firstSeq)
  }

  /** How many rows there are before the event `seq`. */
  countBefore(seq: number): number {
    return this.#shown.countBefore(seq)
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

/** How many events of each group there are, whatever the filter hides. */
export class GroupCounts {
  readonly #byGroup = new Map(EVENT_GROUPS.map((group) => [group, new SeqList()]))

  accept(event: TraceEvent): void {
    this.#byGroup.get(groupOf(event))?.push(event.seq)
  }

  release(firstSeq: number): void {
    for (const seqs of this.#byGroup.values()) seqs.releaseBefore(firstSeq)
  }

  /** Groups of which the log holds an event, each with how many there are before the event `seq`. */
  before(seq: number): { readonly group: EventGroup; readonly count: number }[] {
    return Array.from(this.#byGroup)
      .filter(([, seqs]) => seqs.length > 0)
      .map(([group, seqs]) => ({ group, count: seqs.countBefore(seq) }))
  }
}
