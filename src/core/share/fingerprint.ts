import type { TraceEvent } from '../trace/event.ts'
import { eventToJson } from '../trace/export/json.ts'
import type { Fingerprint } from './moment.ts'
import { hashOfTexts } from './text-hash.ts'

/** Events that are compared: enough to see that a run is another one. */
const MAX_COMPARED = 5_000

/** @param events of a run, from the first. */
export function fingerprintOf(events: readonly TraceEvent[]): Fingerprint {
  const count = Math.min(events.length, MAX_COMPARED)
  return { count, hash: hashOfTexts(linesOf(events, count)) }
}

/** Whether a run began as the one with this fingerprint. */
export function isSameRun(events: readonly TraceEvent[], { count, hash }: Fingerprint): boolean {
  return events.length >= count && hashOfTexts(linesOf(events, count)) === hash
}

function* linesOf(events: readonly TraceEvent[], count: number): Iterable<string> {
  for (const event of events.slice(0, count)) yield eventToJson(event)
}
