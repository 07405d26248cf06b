/** Brings a trace of an older version to the newest, one version at a time. */
import { isRecord } from '../shape.ts'
import { MIGRATIONS, type Migration, type UnknownTrace } from '../trace-versions.ts'
import { TraceFormatError } from './trace-format-error.ts'

/**
 * Brings a trace to `target`, the newest version. The version is in its header.
 * @throws TraceFormatError where it has no version, or one that is newer than this program.
 */
export function migrate(
  trace: unknown,
  target: number,
  steps: ReadonlyMap<number, Migration> = MIGRATIONS,
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
