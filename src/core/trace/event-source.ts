/** Which line of the program an event belongs to. */
import type { SourcePosition, TraceEvent } from './event.ts'
import { traitsOf } from './events/traits.ts'
import type { TraceLog } from './log.ts'

type Events = Pick<TraceLog, 'get'>

export interface SourcedEvent {
  readonly event: TraceEvent
  readonly source: SourcePosition
}

/** What an arrival leads to lies close behind it: its frame, its message, the event it fires. */
const LOOK_AHEAD = 64

function sourced(event: TraceEvent | undefined): SourcedEvent | null {
  return event?.source === undefined ? null : { event, source: event.source }
}

/** The handler that an arrival set off on its side, if the program has one. */
function effectOf(log: Events, arrival: TraceEvent): SourcedEvent | null {
  const effects = new Set([arrival.seq])
  for (let seq = arrival.seq + 1; seq <= arrival.seq + LOOK_AHEAD; seq += 1) {
    const event = log.get(seq)
    if (event?.cause === undefined || event.side !== arrival.side) continue
    if (!effects.has(event.cause)) continue
    const found = sourced(event)
    if (found !== null) return found
    effects.add(seq)
  }
  return null
}

/** The code that caused it, however long ago. */
function causeOf(log: Events, event: TraceEvent): SourcedEvent | null {
  const seen = new Set<number>()
  for (let at: TraceEvent | undefined = event; at?.cause !== undefined; at = log.get(at.cause)) {
    if (seen.has(at.seq)) return null
    seen.add(at.seq)
    const found = sourced(log.get(at.cause))
    if (found !== null) return found
  }
  return null
}

/**
 * The event whose line an event is shown at: itself; for an arrival, the handler it set off;
 * otherwise the call that caused it.
 */
export function sourceOfEvent(log: Events, seq: number): SourcedEvent | null {
  const event = log.get(seq)
  if (event === undefined) return null
  const own = sourced(event)
  if (own !== null) return own
  const effect = traitsOf(event).isArrival === true ? effectOf(log, event) : null
  return effect ?? causeOf(log, event)
}
