/** The events that name an event as their cause. */
import type { TraceEvent } from '../../../core/trace/event.ts'
import type { ReadableLog } from '../../../core/trace/readable-log.ts'

/** Effects come soon after their cause: later events are not searched. */
const SEARCHED = 4000
const MOST = 4

export function effectsOf(log: ReadableLog, seq: number, shownBefore: number): TraceEvent[] {
  const found: TraceEvent[] = []
  const end = Math.min(log.nextSeq, shownBefore, seq + 1 + SEARCHED)
  for (let later = seq + 1; later < end && found.length < MOST; later += 1) {
    const event = log.get(later)
    if (event?.cause === seq) found.push(event)
  }
  return found
}
