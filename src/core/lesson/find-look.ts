/** Where words that point into a run lead. */
import { matches, type EventPattern } from '../checks/pattern.ts'
import type { ReadableLog } from '../trace/readable-log.ts'

export interface LookTarget {
  /** The first event that matches. */
  readonly seq: number
  /** No other event of the run matches. */
  readonly isOnly: boolean
}

/** Null where the run has no such event. */
export function findLook(at: EventPattern, log: ReadableLog): LookTarget | null {
  let first: number | null = null
  for (let seq = log.firstSeq; seq < log.nextSeq; seq += 1) {
    const event = log.get(seq)
    if (event === undefined || !matches(at, event)) continue
    if (first !== null) return { seq: first, isOnly: false }
    first = seq
  }
  return first === null ? null : { seq: first, isOnly: true }
}
