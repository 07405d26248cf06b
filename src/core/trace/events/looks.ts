/** What every type of event looks like, from its family. */
import type { TraceEvent } from '../event.ts'
import { apiLooks } from './api.ts'
import { brokerLooks } from './broker.ts'
import type {
  Description,
  Direction,
  EventGroup,
  EventLook,
  Lane,
  LooksOf,
  Tone,
} from './event-look.ts'
import { frameLooks } from './frames.ts'
import { handshakeLooks } from './handshake.ts'
import { httpLooks } from './http.ts'
import { learnerLooks } from './learner.ts'
import { messageLooks } from './messages.ts'
import { pageLooks } from './page.ts'
import { programLooks } from './program.ts'
import { socketLooks } from './socket.ts'
import { timerLooks } from './timers.ts'
import { transportLooks } from './transport.ts'

const LOOKS: LooksOf<TraceEvent> = {
  ...socketLooks,
  ...handshakeLooks,
  ...transportLooks,
  ...frameLooks,
  ...messageLooks,
  ...apiLooks,
  ...httpLooks,
  ...timerLooks,
  ...pageLooks,
  ...programLooks,
  ...brokerLooks,
  ...learnerLooks,
}

function lookOf<E extends TraceEvent>(event: E): EventLook<E> {
  // The entry of a type has the look of its events, which an index by a union does not say.
  return LOOKS[event.type] as unknown as EventLook<E>
}

function valueOf<V>(value: V | ((event: TraceEvent) => V), event: TraceEvent): V {
  // A look has no other functions: its constants are words.
  return typeof value === 'function' ? (value as (event: TraceEvent) => V)(event) : value
}

export function describeEvent(event: TraceEvent): Description {
  return lookOf(event).sentence(event)
}

export function groupOf(event: TraceEvent): EventGroup {
  return valueOf(lookOf(event).group, event)
}

export function laneOf(event: TraceEvent): Lane {
  return event.side === 'server' ? 'server' : lookOf(event).lane
}

/** Undefined for what does not travel between client and server. */
export function directionOf(event: TraceEvent): Direction | undefined {
  return valueOf(lookOf(event).direction, event)
}

export function toneOf(event: TraceEvent): Tone {
  return valueOf(lookOf(event).tone, event) ?? directionOf(event) ?? 'plain'
}

/** Octets that the event is about: on the wire for frames and heads, of the payload otherwise. */
export function byteLengthOf(event: TraceEvent): number | undefined {
  return lookOf(event).octets?.(event)
}

/** In the API's own words, the same in every language: `send()`, `message`, `console.log`. */
export function nameOfEvent(event: TraceEvent): string {
  return lookOf(event).name(event)
}

/** The name, or more where there is room for it: `send("Hello")`, `close 4001`. */
export function labelOfEvent(event: TraceEvent): string {
  const { label, name } = lookOf(event)
  const text = (label ?? name)(event)
  return event.server === undefined ? text : `${String(event.server)} ${text}`
}

/** The colour of the mark that an event leaves on the scrubber, if any. */
export function markOf(event: TraceEvent): Tone | undefined {
  return lookOf(event).isMarked?.(event) === true ? toneOf(event) : undefined
}
