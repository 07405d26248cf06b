/** Traces of older versions, brought to the present one a step at a time. */
import { isRecord } from '../shape.ts'

/** A trace as it was read: not yet known to be right. */
export type UnknownTrace = Readonly<Record<string, unknown>>

/** Makes a trace of version N + 1 out of one of version N. */
export type Migration = (trace: UnknownTrace) => UnknownTrace

/** By the version that they start from. Version 1 is the first, so there is none yet. */
export const migrations: ReadonlyMap<number, Migration> = new Map()

/** Why a trace cannot be read. */
export class TraceFormatError extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'TraceFormatError'
  }
}

/**
 * Brings a trace to `target`, the newest version. The version is in its header.
 * @throws TraceFormatError where it has no version, or one that is newer than this program.
 */
export function migrate(
  trace: unknown,
  target: number,
  steps: ReadonlyMap<number, Migration> = migrations,
): UnknownTrace {
  if (!isRecord(trace)) throw new TraceFormatError('a trace is an object')
  let current: UnknownTrace = trace
  for (let version = versionOf(current); version < target; version = versionOf(current)) {
    const step = steps.get(version)
    if (step === undefined)
      throw new TraceFormatError(`a trace of version ${version} can no longer be read`)
    current = step(current)
    if (versionOf(current) !== version + 1)
      throw new TraceFormatError(`the migration from version ${version} did not reach the next`)
  }
  if (versionOf(current) > target)
    throw new TraceFormatError(
      `a trace of version ${versionOf(current)} was made by a newer program; this one reads up to ${target}`,
    )
  return current
}

function versionOf(trace: UnknownTrace): number {
  const { header } = trace
  const version = isRecord(header) ? header['version'] : undefined
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new TraceFormatError('a trace says its version in its header')
  return version
}
