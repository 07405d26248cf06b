/** What a known mistake is recognised by. */
import type { Mistake } from './check.ts'
import type { EventPattern } from './pattern.ts'

/** The patterns of `seen` or `absent`: none, one or a list. */
export function patternsOf(oneOrMore: Mistake['seen']): readonly EventPattern[] {
  if (oneOrMore === undefined) return []
  // A pattern's own fields have any name but `length`; only a list is an array.
  return Array.isArray(oneOrMore) ? oneOrMore : [oneOrMore as EventPattern]
}

/** The pattern whose event shows the mistake, and fills its text. */
export function witnessOf({ seen, order }: Mistake): EventPattern | undefined {
  return order?.at(-1) ?? patternsOf(seen).at(-1)
}
