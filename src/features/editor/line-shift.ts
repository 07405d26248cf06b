/** The lines of the program that ran, found again in the program as it is now. */
import { alignSequences } from '../../core/sequence/align.ts'
import { splitLines } from '../../core/highlight/tokenize.ts'

/**
 * Both ways between the lines of two versions of a file, both from 1. A line that was changed or
 * removed has no counterpart.
 */
export interface LineShift {
  /** The current number of a line of the version that ran. */
  toCurrent(line: number): number | null
  /** The number of a current line in the version that ran. */
  toRan(line: number): number | null
}

const UNCHANGED: LineShift = { toCurrent: (line) => line, toRan: (line) => line }

export function shiftLines(ran: string, now: string): LineShift {
  if (ran === now) return UNCHANGED
  const current = new Map<number, number>()
  const original = new Map<number, number>()
  for (const [one, other] of alignSequences(splitLines(ran), splitLines(now)).pairs) {
    current.set(one + 1, other + 1)
    original.set(other + 1, one + 1)
  }
  return {
    toCurrent: (line) => current.get(line) ?? null,
    toRan: (line) => original.get(line) ?? null,
  }
}
