/** What all events have in common: when, where, how it is known, and what led to it. */
import {
  fields,
  finite,
  integer,
  oneOf,
  optional,
  text,
  type Fields,
  type FieldsOf,
  type Infer,
} from '../shape.ts'

/** A name: of a method, a file, an exception. */
export const name = text(1024)
export const connectionId = text(64)

const side = oneOf('client', 'server')
/** Which end of a connection an event happened at. */
export type Side = Infer<typeof side>

const provenance = oneOf('observed', 'reconstructed', 'hidden')
/**
 * How we know of an event. `observed`: something saw it. `reconstructed`: it must have happened,
 * but what saw it did not see this detail. `hidden`: the browser keeps it from scripts.
 */
export type Provenance = Infer<typeof provenance>

const sourcePosition = fields({ file: name, line: integer(1), column: integer(1) })
/** A place in a file of the program. Lines count from 1, columns from 1 in UTF-16 code units. */
export type SourcePosition = Infer<typeof sourcePosition>

/** Three hundred years, in milliseconds: a `Date` cannot show a later time. */
const MAX_RUN = 1e13

export const base = {
  /** Position in the log, from 0, without gaps. */
  seq: integer(0),
  /** Milliseconds since the run began: virtual on the built-in endpoint, real elsewhere. */
  time: finite(0, MAX_RUN),
  side,
  provenance,
  /** `seq` of the event that caused this one: a receipt is caused by its sending. */
  cause: optional(integer(0)),
  /** Where there is more than one server program: the port that names the one it happened at. */
  server: optional(integer(1, 65_535)),
  /** The line that called the API, or where the handler starts. Absent where neither is known. */
  source: optional(sourcePosition),
  /**
   * Octets of payload, bytes or printed text that were let go, because the log had grown too large.
   * The event's own fields of them are empty.
   */
  bodyOmitted: optional(integer(1)),
}
export type EventBase = FieldsOf<typeof base>

export const connection = {
  ...base,
  /** Shared by both ends of one connection, unique in a run: `ws-1`, `http-2`. */
  connectionId,
}
/** Everything that belongs to one connection. */
export type ConnectionEventBase = FieldsOf<typeof connection>

/** An event that does not belong to one connection. */
export function runEvent<const Type extends string, const F extends Fields>(type: Type, own: F) {
  return fields({ ...base, type: oneOf(type), ...own })
}

export function connectionEvent<const Type extends string, const F extends Fields>(
  type: Type,
  own: F,
) {
  return fields({ ...connection, type: oneOf(type), ...own })
}

/** Two runs are of one program, so what another line did is another thing. */
export function placeOf({ source }: EventBase): string {
  return source === undefined ? '' : `${source.file}:${String(source.line)}`
}
