/** The traits of every type of event, from its family. */
import type { TraceEvent, TraceEventType } from '../event.ts'
import { apiTraits } from './api.ts'
import { brokerTraits } from './broker.ts'
import type { EventTraits, TraitsOf } from './event-traits.ts'
import { frameTraits } from './frames.ts'
import { handshakeTraits } from './handshake.ts'
import { httpTraits } from './http.ts'
import { learnerTraits } from './learner.ts'
import { messageTraits } from './messages.ts'
import { pageTraits } from './page.ts'
import { programTraits } from './program.ts'
import { socketTraits } from './socket.ts'
import { timerTraits } from './timers.ts'
import { transportTraits } from './transport.ts'

export const TRAITS: TraitsOf<TraceEvent> = {
  ...socketTraits,
  ...handshakeTraits,
  ...transportTraits,
  ...frameTraits,
  ...messageTraits,
  ...apiTraits,
  ...httpTraits,
  ...timerTraits,
  ...pageTraits,
  ...programTraits,
  ...brokerTraits,
  ...learnerTraits,
}

// `keys` forgets that these are the keys of the table.
/** In the order of their families. */
export const EVENT_TYPES = Object.keys(TRAITS) as readonly TraceEventType[]

export function traitsOf<E extends TraceEvent>(event: E): EventTraits<E> {
  // The entry of a type has the traits of its events, which an index by a union does not say.
  return TRAITS[event.type] as unknown as EventTraits<E>
}

/** About what an event costs besides its bytes and long texts, in octets. */
const BASE_SIZE = 256

/**
 * An estimate of the octets that an event keeps alive: its binary data exactly, its texts as UTF-16,
 * everything else at a flat rate. It bounds the log; it is never shown.
 */
export function sizeOfEvent(event: TraceEvent): number {
  return BASE_SIZE + (traitsOf(event).size?.(event) ?? 0)
}

/** The least that is worth letting go, octets. Control frames and short texts keep their bodies. */
export const MIN_OMITTED = 256

/** The event without its body, or the event itself if it has none that is worth letting go. */
export function withoutBody(event: TraceEvent): TraceEvent {
  const { withoutBody: omit, size } = traitsOf(event)
  if (omit === undefined || size === undefined || event.bodyOmitted !== undefined) return event
  const emptied = omit(event)
  return size(event) - size(emptied) < MIN_OMITTED ? event : emptied
}

/** The octets of its body, if it has octets and they are worth letting go. */
export function bytesOf(event: TraceEvent): Uint8Array | undefined {
  const bytes = traitsOf(event).bytes?.(event)
  return bytes !== undefined && bytes.byteLength >= MIN_OMITTED ? bytes : undefined
}
