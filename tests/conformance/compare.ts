/** Compares what a program said in the page with what it said in the browser's own world. */
import type { KnownDifference } from './differences.ts'

/** Lines of context before a difference. */
const CONTEXT = 2
/** Differences that are printed in full. */
const MAX_TOLD = 4

/**
 * What is wrong, as text to be read; empty where all is as it must be: the same lines in the same
 * order, except for the known differences of this program, each of which is really there.
 */
export function compareRuns(
  inPage: readonly string[],
  native: readonly string[],
  known: readonly KnownDifference[],
): string {
  const seen = new Set<KnownDifference>()
  const differing: string[] = []
  for (let index = 0; index < Math.max(inPage.length, native.length); index += 1) {
    const [ours, theirs] = [inPage[index], native[index]]
    if (ours === theirs) continue
    const difference = known.find((one) => one.inPage === ours && one.native === theirs)
    if (difference === undefined) {
      const context = native.slice(Math.max(0, index - CONTEXT), index)
      differing.push(
        [
          `Line ${index + 1} of what the program says differs.`,
          ...context.map((line) => `    before:  ${line}`),
          `    in page: ${ours ?? '(nothing more)'}`,
          `    native:  ${theirs ?? '(nothing more)'}`,
        ].join('\n'),
      )
    } else {
      seen.add(difference)
    }
  }
  const problems = differing.slice(0, MAX_TOLD)
  const untold = differing.length - problems.length
  if (untold > 0) problems.push(`… and ${untold} lines more`)
  for (const difference of known) {
    if (seen.has(difference)) continue
    problems.push(
      [
        `A known difference was not there (${difference.reason}):`,
        `    in page: ${difference.inPage}`,
        `    native:  ${difference.native}`,
      ].join('\n'),
    )
  }
  if (native.at(-1) !== 'done')
    problems.push(`The browser's run ends with: ${native.at(-1) ?? 'nothing'}`)
  return problems.join('\n')
}
