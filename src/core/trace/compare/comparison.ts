/** What comparing two traces says. `here` is the run that was first, `there` the other. */
import type { EventGroup } from '../describe/index.ts'
import type { TraceHeader } from '../header.ts'
import type { ReadableLog } from '../readable-log.ts'
import type { DifferingField, FieldValue } from './event-content.ts'

export interface ComparedTrace {
  readonly header: TraceHeader
  readonly log: ReadableLog
  /** How far it goes where it was cut short, milliseconds: nothing is known of what came later. */
  readonly knownUntil?: number
}

/** How one event differs from its partner in a field. */
export interface Difference {
  readonly field: DifferingField
  /** Absent where the event has no such field. */
  readonly here?: FieldValue
  readonly there?: FieldValue
}

export type RowKind =
  /** The same in both. */
  | 'agrees'
  /** The same, at another time of the same clock. */
  | 'moved'
  | 'differs'
  | 'onlyHere'
  | 'onlyThere'

/** An event, or two side by side, by their `seq`. */
export interface ComparedRow {
  readonly kind: RowKind
  readonly here: number | null
  readonly there: number | null
  readonly differences: readonly Difference[]
}

export type RowCounts = Readonly<Record<RowKind, number>>

/** The rows of one kind of event. */
export interface AspectCounts {
  readonly group: EventGroup
  readonly counts: RowCounts
  /** The first row of it that is no agreement. */
  readonly first: number | null
}

/** A sentence about both runs: a text of the interface's area `compare`, under `finding`. */
export interface Finding {
  readonly key: FindingKey
  /** Numbers are amounts; `time`, `by` and `most` are milliseconds; ids and codes are text. */
  readonly params: Readonly<Record<string, string | number>>
  /** The connection that it is about. */
  readonly connectionId?: string
  /** What the text counts, where its wording depends on the number. */
  readonly count?: number
  /** The row that shows it. */
  readonly row?: number
}

export const FINDING_KEYS = [
  'identical',
  'samePrefix',
  'nothingShared',
  'frameLost',
  'cut',
  'serverStalled',
  'delayed',
  'timersSlowed',
  'serverStopped',
  'noConsequence',
  'laterBy',
  'laterBetween',
  'moved',
  'sameForProgram',
  'otherForProgram',
  'sameOnWire',
  'otherOnWire',
  'messages.out',
  'messages.in',
  'opened.onlyHere',
  'opened.onlyThere',
  'closed.differs',
  'closed.onlyHere',
  'closed.onlyThere',
  'closedBy',
  'handshake.same',
  'handshake.subprotocol',
  'handshake.extensions',
  'handshake.differs',
  'fragmentation',
  'compression',
  'connections',
  'console',
  'errors',
  'byNature',
  'released',
  'knownUntil',
  'notShortest',
] as const
export type FindingKey = (typeof FINDING_KEYS)[number]

/** What one trace shows and the other cannot. */
export interface OnlyOneShows {
  readonly in: 'here' | 'there'
  /** A text of the area `compare`, under `only`, which says why the other does not. */
  readonly what: ShownByOne
  /** How many events. */
  readonly count: number
}

export const SHOWN_BY_ONE = [
  'handshake',
  'frames',
  'controlFrames',
  'bytes',
  'serverSide',
  'http',
] as const
export type ShownByOne = (typeof SHOWN_BY_ONE)[number]

export interface Comparison {
  readonly mode: 'sameWorld' | 'twoEndpoints'
  readonly rows: readonly ComparedRow[]
  readonly counts: RowCounts
  /** Of the groups that have rows, in the order of `EVENT_GROUPS`. */
  readonly aspects: readonly AspectCounts[]
  /** The first row that is no agreement. */
  readonly first: number | null
  /** WebSocket connections in the order in which they were made. */
  readonly connections: { readonly here: readonly string[]; readonly there: readonly string[] }
  readonly findings: readonly Finding[]
  readonly onlyOneShows: readonly OnlyOneShows[]
}

export const NO_DIFFERENCES: readonly Difference[] = []
