/** `never`: no such event. */
import type { NeverCheck } from '../check.ts'
import { explain } from '../explain.ts'
import { matchPattern, noBindings } from '../pattern.ts'
import type { Bindings } from '../condition.ts'
import { phraseOfEvent } from '../phrase.ts'
import { failed, passed, type Rule } from './rule.ts'

export function neverRule(check: Pick<NeverCheck, 'of' | 'after'>): Rule {
  let since: Bindings | null = check.after === undefined ? noBindings : null
  return {
    accept(event) {
      if (since !== null && matchPattern(check.of, event, since).kind === 'match')
        return failed(explain('never', { phrases: { what: phraseOfEvent(event) }, event }))
      if (since === null && check.after !== undefined) {
        const match = matchPattern(check.after, event, noBindings)
        if (match.kind === 'match') since = match.bindings
      }
      return null
    },
    finish: () => passed,
  }
}
