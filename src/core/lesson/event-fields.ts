import { TRAITS } from '../trace/events/traits.ts'
import type { TraceEventType } from '../trace/event.ts'

/** The fields that a pattern can ask of an event of this type. */
export function fieldNamesOf(type: TraceEventType): readonly string[] {
  return Object.keys(TRAITS[type].fields)
}
