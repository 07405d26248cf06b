/** Traces of older versions, brought to the present one a step at a time. */
import { isRecord } from '../shape.ts'
import { TraceFormatError } from './trace-format-error.ts'

/** A trace as it was read: not yet known to be right. */
export type UnknownTrace = Readonly<Record<string, unknown>>

/** Makes a trace of version N + 1 out of one of version N. */
export type Migration = (trace: UnknownTrace) => UnknownTrace

/** By the version that they start from. */
export const migrations: ReadonlyMap<number, Migration> = new Map([
  // Version 2 says when it was made, and may carry its program.
  [1, (trace) => withHeader(trace, { version: 2, startedAt: null })],
])

/**
 * Brings a trace to `target`, the newest version. The version is in its header.
 * @throws TraceFormatError where it has no version, or one that is newer than this program.
 */
export function migrate(
  trace: unknown,
  target: number,
  steps: ReadonlyMap<number, Migration> = migrations,
): UnknownTrace {
  if (!isRecord(trace)) throw new TraceFormatError({ kind: 'noTrace' }, 'a trace is an object')
  let current: UnknownTrace = trace
  for (let version = versionOf(current); version < target; version = versionOf(current)) {
    const step = steps.get(version)
    if (step === undefined)
      throw new TraceFormatError(
        { kind: 'tooOld', version },
        `a trace of version ${version} can no longer be read`,
      )
    current = step(current)
    if (versionOf(current) !== version + 1)
      throw new Error(`the migration from version ${version} did not reach the next`)
  }
  const version = versionOf(current)
  if (version > target)
    throw new TraceFormatError(
      { kind: 'tooNew', version, newest: target },
      `a trace of version ${version} was made by a newer program; this one reads up to ${target}`,
    )
  return current
}

function versionOf(trace: UnknownTrace): number {
  const { header } = trace
  const version = isRecord(header) ? header['version'] : undefined
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new TraceFormatError({ kind: 'noTrace' }, 'a trace says its version in its header')
  return version
}

function withHeader(trace: UnknownTrace, changes: UnknownTrace): UnknownTrace {
  const { header } = trace
  return { ...trace, header: { ...(isRecord(header) ? header : {}), ...changes } }
}
