/** `never`: no such event happens, or not in a stretch of the run, or not because of an event. */
import { CauseWatch } from '../cause-watch.ts'
import { explain } from '../explain.ts'
import { matchPattern, noBindings } from '../pattern.ts'
import type { Bindings } from '../condition.ts'
import { phraseOfEvent, phraseOfPattern } from '../phrase.ts'
import { defineRule, failed, passed } from '../rule.ts'

export default defineRule('never', ({ of, after, until, within = Infinity, causedBy }) => {
  const causes = causedBy === undefined ? null : new CauseWatch(causedBy)
  /** When the stretch that counts began, and what its beginning captured; null outside of one. */
  let stretch: { readonly since: number; readonly bindings: Bindings } | null =
    after === undefined ? { since: 0, bindings: noBindings } : null
  return {
    accept(event) {
      const isCaused = causes?.isCausedBy(event) ?? true
      if (stretch !== null && isCaused && event.time - stretch.since <= within)
        if (matchPattern(of, event, stretch.bindings).kind === 'match') {
          const what = phraseOfEvent(event)
          return failed(
            causedBy === undefined
              ? explain('never', { phrases: { what }, event })
              : explain('neverBecause', {
                  phrases: { what, why: phraseOfPattern(causedBy) },
                  event,
                }),
          )
        }
      if (stretch !== null && until !== undefined)
        if (matchPattern(until, event, stretch.bindings).kind === 'match') {
          if (after === undefined) return passed
          stretch = null
        }
      // Each such event begins a stretch, but one that has no end goes on with what began it.
      if (after !== undefined && (stretch === null || within !== Infinity)) {
        const match = matchPattern(after, event, noBindings)
        if (match.kind === 'match') stretch = { since: event.time, bindings: match.bindings }
      }
      return null
    },
    finish: () => passed,
  }
})
