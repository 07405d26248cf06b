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
  /** Of the skeleton, which stays when the log releases what is around it. */
  readonly #kept = new SeqList()
  readonly #shown = new SeqList()
  readonly #log: Pick<ReadableLog, 'get'>
  readonly #accepts: EventFilter

  /** @param skeleton what the log has kept of the events that it released before. */
  constructor(
    log: Pick<ReadableLog, 'get'>,
    accepts: EventFilter,
    skeleton: readonly TraceEvent[] = [],
  ) {
    this.#log = log
    this.#accepts = accepts
    for (const event of skeleton) if (accepts(event, groupOf(event))) this.#kept.push(event.seq)
  }

  accept(event: TraceEvent): void {
    if (this.#accepts(event, groupOf(event))) this.#shown.push(event.seq)
  }

  release(firstSeq: number): void {
    let kept = 0
    for (let index = 0; ; index += 1) {
      const seq = this.#shown.at(index)
      if (seq === undefined || seq >= firstSeq) break
      if (this.#log.get(seq) === undefined) continue
      this.#kept.push(seq)
      kept += 1
    }
    this.released += this.#shown.releaseBefore(firstSeq) - kept
  }

  /** How many rows come before the event `seq`. */
  countBefore(seq: number): number {
    return this.#kept.countBefore(seq) + this.#shown.countBefore(seq)
  }

  eventAt(index: number): TraceEvent | undefined {
    const seq = this.#kept.at(index) ?? this.#shown.at(index - this.#kept.length)
    return seq === undefined ? undefined : this.#log.get(seq)
  }

  /** The row of the event `seq`, or -1 if the filter hides it. */
  indexOf(seq: number): number {
    const kept = this.#kept.indexOf(seq)
    if (kept !== -1) return kept
    const shown = this.#shown.indexOf(seq)
    return shown === -1 ? -1 : this.#kept.length + shown
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
