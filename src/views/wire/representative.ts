/** Which drawn event represents one that is not drawn. */
import type { TraceEvent } from '../../core/trace/event.ts'
import type { ReadableLog } from '../../core/trace/readable-log.ts'
import type { WireRows } from './layout/rows.ts'

/** Related events are recorded close together, so only this many are read. */
const LOOK_AHEAD = 16
const LOOK_BACK = 8

/**
 * A drawn event represents itself. Another is represented by what it is part of, leads to at once
 * or was caused by; `null` if none of that is drawn.
 */
export function representativeOf(
  log: Pick<ReadableLog, 'get'>,
  rows: WireRows,
  seq: number,
): number | null {
  const isDrawn = (one: number) => rows.rowOf(one) >= 0
  if (isDrawn(seq)) return seq
  const event = log.get(seq)
  if (event === undefined) return null
  for (let later = seq + 1; later <= seq + LOOK_AHEAD; later += 1) {
    const other = log.get(later)
    if (other === undefined || other.time !== event.time) break
    if (isDrawn(later) && belongs(event, other)) return later
  }
  if (event.type === 'httpData') {
    // Content that arrived with its head is part of the head's arrow.
    for (let earlier = seq - 1; earlier >= seq - LOOK_BACK; earlier -= 1) {
      const other = log.get(earlier)
      if (other === undefined || other.time !== event.time) break
      if (isDrawn(earlier) && isHeadOf(event, other)) return earlier
    }
  }
  let { cause } = event
  for (let step = 0; step < LOOK_BACK && cause !== undefined; step += 1) {
    if (isDrawn(cause)) return cause
    cause = log.get(cause)?.cause
  }
  return null
}

function isHeadOf(content: TraceEvent & { type: 'httpData' }, earlier: TraceEvent): boolean {
  return (
    (earlier.type === 'httpRequest' || earlier.type === 'httpResponse') &&
    earlier.connectionId === content.connectionId &&
    earlier.side === content.side
  )
}

/** Whether a later event at the same time belongs to the same action. */
function belongs(event: TraceEvent, later: TraceEvent): boolean {
  if (later.cause === event.seq) return true
  if (event.side !== later.side) return false
  const frames = { bytesSent: 'frameSent', bytesReceived: 'frameReceived' } as const
  if (event.type === 'bytesSent' || event.type === 'bytesReceived')
    return later.type === frames[event.type] && later.connectionId === event.connectionId
  return event.cause !== undefined && later.cause === event.cause
}
