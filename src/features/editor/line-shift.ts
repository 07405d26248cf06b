/** Where the lines of the program that ran are now, after the learner went on typing. */
import { splitLines } from '../../core/highlight/tokenize.ts'

/** Above this product of changed lines, the lines between the first and the last change are lost. */
const GREATEST_COMPARISON = 250_000

/**
 * Both ways between the lines of two versions of a file, both from 1. A line that was changed or
 * removed has no counterpart.
 */
export interface LineShift {
  /** Where a line of the version that ran is now. */
  toCurrent(line: number): number | null
  /** Which line of the version that ran this one was. */
  toRan(line: number): number | null
}

const UNCHANGED: LineShift = { toCurrent: (line) => line, toRan: (line) => line }

export function shiftLines(ran: string, current: string): LineShift {
  if (ran === current) return UNCHANGED
  const before = splitLines(ran)
  const after = splitLines(current)
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1

  const kept = new Map<number, number>()
  for (let line = 1; line <= head; line += 1) kept.set(line, line)
  for (let index = 0; index < tail; index += 1)
    kept.set(before.length - index, after.length - index)
  const changedBefore = before.slice(head, before.length - tail)
  const changedAfter = after.slice(head, after.length - tail)
  for (const [one, other] of commonLines(changedBefore, changedAfter))
    kept.set(head + one + 1, head + other + 1)

  const back = new Map([...kept].map(([one, other]) => [other, one]))
  return {
    toCurrent: (line) => kept.get(line) ?? null,
    toRan: (line) => back.get(line) ?? null,
  }
}

/** Pairs of indexes of a longest common subsequence. */
function commonLines(one: readonly string[], other: readonly string[]): [number, number][] {
  const width = other.length + 1
  if (one.length * other.length > GREATEST_COMPARISON) return []
  // lengths[i * width + j]: the length of a longest common subsequence of one[i…] and other[j…].
  const lengths = new Uint32Array((one.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}
