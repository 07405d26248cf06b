/** What a type of event is: in one place for validating, counting, checking, comparing, exporting. */
import type { Shape } from '../shape.ts'
import type { FieldTable } from './field.ts'

/** When the trace of another endpoint can show the same event, for comparing the two. */
export type SeenBy =
  | 'both'
  | 'neither'
  /** Where both saw the frames of the connection. */
  | 'framesSeen'
  | 'bytes'
  | 'http'

export interface EventTraits<E> {
  /** What is valid when it arrives from a sandbox or a file. */
  readonly shape: Shape<E>
  /** What a check can ask of it. */
  readonly fields: FieldTable<E>
  readonly seenBy: SeenBy
  /** Octets that it keeps alive besides a flat rate. Runs for each event of a flood. */
  readonly size?: (event: E) => number
  /** The event without its body, marked as such: payload, octets, printed text. */
  readonly withoutBody?: (event: E) => E
  /** The octets of its body: other events may share the buffer. */
  readonly bytes?: (event: E) => Uint8Array | undefined
  /** What two events of the type must share to be two forms of one thing. */
  readonly variant?: (event: E) => string | number
  /** Where a standard speaks of it. */
  readonly standard?: string
  /** A detail of the event before or after it, which a step of the playhead passes over. */
  readonly isDetail?: true
  /** Something arrived: the handler that it set off is the line that it belongs to. */
  readonly isArrival?: true
  /** Its order is that of the wire, not that in which a program saw things. */
  readonly isOnWire?: true
}

/** For each type of a family. */
export type TraitsOf<Family extends { readonly type: string }> = {
  readonly [T in Family['type']]: EventTraits<Extract<Family, { readonly type: T }>>
}
