/** Validation of a trace's header, and of the link conditions that a run is started with. */
import { MAX_IDLE_TIMEOUT, type LinkConditions, type TraceHeader } from './header.ts'
import { TRACE_VERSION } from './version.ts'
import { MAX_TEXT } from './event-limits.ts'
import {
  finite,
  integer,
  nullable,
  oneOf,
  optional,
  record,
  text,
  type Shape,
  type ShapeProblem,
} from './shape.ts'

/** The end of the year 9999, in Unix milliseconds. */
const LATEST_START = 253_402_300_799_999

export const linkConditions: Shape<LinkConditions> = record<LinkConditions>({
  latency: finite(0, 60_000),
  jitter: finite(0, 60_000),
  bandwidth: nullable(finite(1)),
  idleTimeout: optional(nullable(finite(1, MAX_IDLE_TIMEOUT))),
})

export const traceHeader = record<TraceHeader>({
  version: oneOf(TRACE_VERSION),
  clock: oneOf('virtual', 'real'),
  seed: nullable(integer(0, 0xffff_ffff)),
  conditions: nullable(linkConditions),
  endpoint: record<TraceHeader['endpoint']>({
    kind: oneOf('built-in', 'lab', 'live'),
    name: text(MAX_TEXT),
  }),
  startedAt: nullable(finite(0, LATEST_START)),
  browser: text(MAX_TEXT),
})

/** What is wrong with a value that should be a trace's header, or null where it is one. */
export function problemOfHeader(value: unknown): ShapeProblem {
  const problem = traceHeader(value)
  return problem === null ? null : `header${problem}`
}
