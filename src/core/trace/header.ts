/** What a trace says about the run that made it. */
import { TRACE_VERSION } from './trace-versions.ts'
import { MAX_TEXT } from './event-limits.ts'
import {
  fields,
  finite,
  integer,
  nullable,
  oneOf,
  optional,
  text,
  type Infer,
  type ShapeProblem,
} from './shape.ts'

/** A day, in milliseconds. */
export const MAX_IDLE_TIMEOUT = 86_400_000

export const linkConditions = fields({
  /** One way, milliseconds. */
  latency: finite(0, 60_000),
  /** Up to this many milliseconds more, drawn for each segment. */
  jitter: finite(0, 60_000),
  /** Octets a second each way; `null` is unlimited. */
  bandwidth: nullable(finite(1)),
  /**
   * Milliseconds without an octet after which a proxy in the middle ends a connection with FIN
   * towards both sides. Absent or `null`: no proxy does.
   */
  idleTimeout: optional(nullable(finite(1, MAX_IDLE_TIMEOUT))),
})
/** The network between program and server, on the built-in endpoint. */
export type LinkConditions = Infer<typeof linkConditions>

/** What `Date` says when a virtual run begins: 2026-01-01T00:00:00Z, in Unix milliseconds. */
export const VIRTUAL_EPOCH = Date.UTC(2026, 0, 1)

/** The end of the year 9999, in Unix milliseconds. */
const LATEST_START = 253_402_300_799_999

export const traceHeader = fields({
  version: oneOf(TRACE_VERSION),
  clock: oneOf('virtual', 'real'),
  /** `null` on a real clock, where nothing is seeded. */
  seed: nullable(integer(0, 0xffff_ffff)),
  conditions: nullable(linkConditions),
  endpoint: fields({ kind: oneOf('built-in', 'lab', 'live'), name: text(MAX_TEXT) }),
  /**
   * When the run began, in Unix milliseconds. `null` where that is not known, or where two runs on
   * virtual time must be the same byte for byte.
   */
  startedAt: nullable(finite(0, LATEST_START)),
  /** `navigator.userAgent`. */
  browser: text(MAX_TEXT),
})
export type TraceHeader = Infer<typeof traceHeader>

/** What is wrong with a value that should be a trace's header, or null where it is one. */
export function problemOfHeader(value: unknown): ShapeProblem {
  const problem = traceHeader(value)
  return problem === null ? null : `header${problem}`
}

/** What the run's own clock showed at its time 0, in Unix milliseconds; `null` if not known. */
export function epochOf({ clock, startedAt }: TraceHeader): number | null {
  return clock === 'virtual' ? VIRTUAL_EPOCH : startedAt
}
