/**
 * A moment as a file, for one that is too long for a link: JSON that can be read, with every file of
 * the program in it.
 */
import { isRecord } from '../trace/shape.ts'
import { LinkError } from './link-problem.ts'
import { MOMENT_VERSION } from './moment.ts'
import { readPacked, type PackedMoment } from './packed-moment.ts'

/** What the file begins with, so that it is told from a trace without reading it. */
const BEGINNING = /^\s*\{\s*"upgrade101Moment"\s*:/u

export function toMomentFile(packed: PackedMoment): string {
  return `${JSON.stringify({ upgrade101Moment: MOMENT_VERSION, moment: packed }, null, 2)}\n`
}

export function isMomentFile(text: string): boolean {
  return BEGINNING.test(text)
}

/** @throws LinkError that says what is wrong with it. */
export function fromMomentFile(text: string): PackedMoment {
  const file = parsed(text)
  const version = isRecord(file) ? file['upgrade101Moment'] : undefined
  if (!isRecord(file) || typeof version !== 'number') throw new LinkError({ kind: 'edited' })
  if (version > MOMENT_VERSION)
    throw new LinkError({ kind: 'newer', version, newest: MOMENT_VERSION })
  return readPacked(file['moment'])
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new LinkError({ kind: text.trimEnd().endsWith('}') ? 'edited' : 'cut' })
  }
}
