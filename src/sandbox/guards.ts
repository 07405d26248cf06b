/**
 * The guards in every loop and function entry of a program.
 *
 * A guard counts, and calls `check` only beyond a limit; `check` looks at a clock and may throw.
 * Guards end endless loops, which the page cannot end from outside in Firefox, and they show where
 * an event's handler starts. Text is only inserted, before what it guards and without line breaks:
 * lines keep their numbers, and columns can be mapped back.
 */
import type { Insertions } from './insertions.ts'
import { GUARD_LIMIT, type GuardSite } from './prepared-program.ts'

export interface GuardOptions {
  /** Identifier of the guards' counter. */
  readonly counter: string
  /** Identifier of the function that a guard calls with its site's number. */
  readonly check: string
  /** The first site's number: several files share one `check`. */
  readonly firstSite: number
}

/** Where a guard goes in the source. */
export interface GuardPlace {
  readonly offset: number
  /** What the guard is before: those of a block, the only one of a loop, or an arrow's value. */
  readonly before: 'statements' | 'statement' | 'expression'
  /** A directive may have a line break in place of its semicolon. */
  readonly after?: 'directive'
}

export type Guard = GuardSite & GuardPlace

/** Inserts the guards in the order in which they stand. @returns their sites, as they are numbered. */
export function insertGuards(
  text: Insertions,
  guards: readonly Guard[],
  { counter, check, firstSite }: GuardOptions,
): readonly GuardSite[] {
  const inOrder = [...guards].sort((one, other) => one.offset - other.offset)
  return inOrder.map(({ kind, line, column, offset, before, after }, index) => {
    // `check` returns nothing, so that this is never true.
    const guard = `++${counter}>${GUARD_LIMIT}&&${check}(${firstSite + index})`
    text.insert(offset, `${after === undefined ? '' : ';'}${FORMS[before](guard)}`)
    return { kind, line, column }
  })
}

/** Nothing has to follow what is guarded: an `else` after it finds its own `if`. */
const FORMS: Readonly<Record<GuardPlace['before'], (guard: string) => string>> = {
  statements: (guard) => `${guard};`,
  statement: (guard) => `if(${guard});else `,
  expression: (guard) => `${guard}?0:`,
}
