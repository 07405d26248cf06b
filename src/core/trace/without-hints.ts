import type { TraceEvent } from './event.ts'

/** What happened, without what was found out about the program's mistakes on the way. */
export function withoutHints(event: TraceEvent): TraceEvent {
  if (event.type !== 'eventFired' || event.misnamed === undefined) return event
  const fact = { ...event }
  delete fact.misnamed
  return fact
}
