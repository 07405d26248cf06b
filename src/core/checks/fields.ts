/** Reading what a pattern asks of an event. */
import type { TraceEvent } from '../trace/event.ts'
import type { Scalar } from '../trace/events/field.ts'
import { traitsOf } from '../trace/events/traits.ts'

/** A field of an event by its name; undefined where this event has none of that name. */
export function readField(event: TraceEvent, name: string): Scalar | undefined {
  const { fields } = traitsOf(event)
  return Object.hasOwn(fields, name) ? fields[name]?.read(event) : undefined
}
