import type { TraceEvent } from './event.ts'

/** What most readers need of a log. */
export interface ReadableLog {
  /** The `seq` of the oldest event held; equal to `nextSeq` where none is. */
  readonly firstSeq: number
  /** The `seq` that the next event will have. */
  readonly nextSeq: number
  /** The event with this `seq`; undefined where it was released or has not come yet. */
  get(seq: number): TraceEvent | undefined
}
