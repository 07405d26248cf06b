import { TRAITS } from '../trace/events/traits.ts'
import type { TraceEventType } from '../trace/event.ts'

/** What a question can ask of an event of this type: its fields, and when it happened. */
export function fieldNamesOf(type: TraceEventType): readonly string[] {
  return [...Object.keys(TRAITS[type].fields), 'time']
}
