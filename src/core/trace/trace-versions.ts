/** The version of the trace format, and how a trace of each earlier version becomes one of the next. */
import { isRecord } from './shape.ts'

export const TRACE_VERSION = 3

/** The hash of this version's shapes: a test asks for a new version where it changes. */
export const TRACE_SHAPES = 'f765814fe3d9cb9a'

/** A trace as it was read, not validated yet. */
export type UnknownTrace = Readonly<Record<string, unknown>>

/** Makes a trace of version N + 1 out of one of version N. */
export type Migration = (trace: UnknownTrace) => UnknownTrace

/** By the version that they start from. */
export const MIGRATIONS: ReadonlyMap<number, Migration> = new Map([
  // Version 2 says when it was made, and may carry its program.
  [1, (trace) => withHeader(trace, { version: 2, startedAt: null })],
  [2, (trace) => withHeader(trace, { version: 3 })],
])

function withHeader(trace: UnknownTrace, changes: UnknownTrace): UnknownTrace {
  const { header } = trace
  return { ...trace, header: { ...(isRecord(header) ? header : {}), ...changes } }
}
