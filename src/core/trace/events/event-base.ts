/** What all events have in common: when, where, how it is known, and what led to it. */
import { finite, integer, oneOf, optional, record, text, type Properties } from '../shape.ts'

/** Which end of a connection an event happened at. */
export type Side = 'client' | 'server'

/**
 * How we know of an event. `observed`: something saw it. `reconstructed`: it must have happened,
 * but what saw it did not see this detail. `hidden`: the browser keeps it from scripts.
 */
export type Provenance = 'observed' | 'reconstructed' | 'hidden'

/** A place in a file of the program. Lines count from 1, columns from 1 in UTF-16 code units. */
export interface SourcePosition {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface EventBase {
  /** Position in the log, from 0, without gaps. */
  readonly seq: number
  /** Milliseconds since the run began: virtual on the built-in endpoint, real elsewhere. */
  readonly time: number
  readonly side: Side
  readonly provenance: Provenance
  /** `seq` of the event that caused this one: a receipt is caused by its sending. */
  readonly cause?: number
  /** The line that called the API, or where the handler starts. Absent where neither is known. */
  readonly source?: SourcePosition
}

/** Everything that belongs to one connection. */
export interface ConnectionEventBase extends EventBase {
  /** Shared by both ends of one connection, unique in a run: `ws-1`, `http-2`. */
  readonly connectionId: string
}

/** Three hundred years, in milliseconds: any later time could not be shown as a `Date`. */
const MAX_RUN = 1e13

/** A name: of a method, a file, an exception. */
export const name = text(1024)
export const connectionId = text(64)

export const base: Properties<EventBase> = {
  seq: integer(0),
  time: finite(0, MAX_RUN),
  side: oneOf('client', 'server'),
  provenance: oneOf('observed', 'reconstructed', 'hidden'),
  cause: optional(integer(0)),
  source: optional(record<SourcePosition>({ file: name, line: integer(1), column: integer(1) })),
}

export const connection: Properties<ConnectionEventBase> = { ...base, connectionId }

/** Two runs are of one program, so what another line did is another thing. */
export function placeOf({ source }: EventBase): string {
  return source === undefined ? '' : `${source.file}:${String(source.line)}`
}
