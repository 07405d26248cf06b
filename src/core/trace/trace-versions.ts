/** The version of the trace format, and how a trace of each earlier version becomes one of the next. */
import {
  headerOf1,
  headerOf2,
  headerOf3,
  headerOf4,
  headerOf5,
  headerOf6,
  headerOf7,
  type HeaderOf1,
  type HeaderOf2,
  type HeaderOf3,
  type HeaderOf4,
  type HeaderOf5,
  type HeaderOf6,
  type HeaderOf7,
} from './earlier-headers.ts'
import type { Shape } from './shape.ts'

export const TRACE_VERSION = 8

/** The hash of this version's shapes: a test asks for a new version where it changes. */
export const TRACE_SHAPES = '275057e83c1f5174'

/** A trace as it was read, not validated yet. */
export type UnknownTrace = Readonly<Record<string, unknown>>

/**
 * Makes a trace of version N + 1 out of one of version N.
 * @throws InvalidHeader
 */
export type Migration = (trace: UnknownTrace) => UnknownTrace

/** A header is not one of the version that it names. */
export class InvalidHeader extends Error {
  override readonly name = 'InvalidHeader'
}

/** By the version that they start from. */
export const MIGRATIONS: ReadonlyMap<number, Migration> = new Map([
  [
    1,
    raise(headerOf1, (header: HeaderOf1): HeaderOf2 => ({
      ...header,
      version: 2,
      startedAt: null,
    })),
  ],
  [2, raise(headerOf2, (header: HeaderOf2): HeaderOf3 => ({ ...header, version: 3 }))],
  [3, raise(headerOf3, (header: HeaderOf3): HeaderOf4 => ({ ...header, version: 4 }))],
  [4, raise(headerOf4, (header: HeaderOf4): HeaderOf5 => ({ ...header, version: 5 }))],
  [5, raise(headerOf5, (header: HeaderOf5): HeaderOf6 => ({ ...header, version: 6 }))],
  [6, raise(headerOf6, (header: HeaderOf6): HeaderOf7 => ({ ...header, version: 7 }))],
  [7, raise(headerOf7, (header: HeaderOf7) => ({ ...header, version: 8 }))],
])

function raise<H>(shape: Shape<H>, next: (header: H) => UnknownTrace): Migration {
  return (trace) => {
    const { header } = trace
    const problem = shape(header)
    if (problem !== null) throw new InvalidHeader(`header${problem}`)
    // The shape found nothing wrong with it.
    return { ...trace, header: next(header as H) }
  }
}
