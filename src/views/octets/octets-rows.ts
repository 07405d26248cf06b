/** How many events of each type a log holds, up to any place in it. */
import type { TraceEvent, TraceEventType } from '../../core/trace/event.ts'
import { lowerBound } from '../../core/trace/lower-bound.ts'
import type { LogModel } from '../../run/log-reader.ts'

export interface Row {
  readonly type: TraceEventType
  readonly count: number
}

export class OctetsRows implements LogModel {
  /** The `seq` of each event, by type. */
  readonly #seqs = new Map<TraceEventType, number[]>()

  accept({ type, seq }: TraceEvent): void {
    const seqs = this.#seqs.get(type)
    if (seqs === undefined) this.#seqs.set(type, [seq])
    else seqs.push(seq)
  }

  release(firstSeq: number): void {
    for (const seqs of this.#seqs.values()) seqs.splice(0, lowerBound(seqs, firstSeq))
  }

  /** A row for each type of which there is an event before this `seq`. */
  before(seq: number): readonly Row[] {
    return [...this.#seqs].flatMap(([type, seqs]) => {
      const count = lowerBound(seqs, seq)
      return count === 0 ? [] : [{ type, count }]
    })
  }
}
