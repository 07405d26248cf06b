/** The rows of the log: the events that a filter lets through, and the counts of each group. */
import type { TraceEvent } from '../../core/trace/event.ts'
import { EVENT_GROUPS, groupOf, type EventGroup } from '../../core/trace/describe/index.ts'
import type { ReadableLog } from '../../core/trace/readable-log.ts'
import { SeqList } from './seq-list.ts'

export type EventFilter = (event: TraceEvent, group: EventGroup) => boolean

/** The filter sees each event once: the cost of a batch depends on its size, not on the log's. */
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

  /** How many rows come before the event `seq`. */
  countBefore(seq: number): number {
    return this.#shown.countBefore(seq)
  }

  eventAt(index: number): TraceEvent | undefined {
    const seq = this.#shown.at(index)
    return seq === undefined ? undefined : this.#log.get(seq)
  }

  /** The row of the event `seq`, or -1 if the filter hides it. */
  indexOf(seq: number): number {
    return this.#shown.indexOf(seq)
  }
}

export interface GroupCount {
  readonly group: EventGroup
  readonly count: number
}

/** How many events of each group there are, hidden by the filter or not. */
export class GroupCounts {
  readonly #byGroup = new Map(EVENT_GROUPS.map((group) => [group, new SeqList()]))

  accept(event: TraceEvent): void {
    this.#byGroup.get(groupOf(event))?.push(event.seq)
  }

  release(firstSeq: number): void {
    for (const seqs of this.#byGroup.values()) seqs.releaseBefore(firstSeq)
  }

  /** The groups that the log holds events of, and how many of each come before the event `seq`. */
  before(seq: number): GroupCount[] {
    return Array.from(this.#byGroup)
      .filter(([, seqs]) => seqs.length > 0)
      .map(([group, seqs]) => ({ group, count: seqs.countBefore(seq) }))
  }
}
