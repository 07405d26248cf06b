/** `never`: no such event happens. */
import { explain } from '../explain.ts'
import { matchPattern, noBindings } from '../pattern.ts'
import type { Bindings } from '../condition.ts'
import { phraseOfEvent } from '../phrase.ts'
import { defineRule, failed, passed } from '../rule.ts'

export default defineRule('never', ({ of, after }) => {
  let since: Bindings | null = after === undefined ? noBindings : null
  return {
    accept(event) {
      if (since !== null && matchPattern(of, event, since).kind === 'match')
        return failed(explain('never', { phrases: { what: phraseOfEvent(event) }, event }))
      if (since === null && after !== undefined) {
        const match = matchPattern(after, event, noBindings)
        if (match.kind === 'match') since = match.bindings
      }
      return null
    },
    finish: () => passed,
  }
})
