/** `atRest`: such an event happens. */
import { explain } from '../explain.ts'
import { matches } from '../pattern.ts'
import { phraseOfPattern } from '../phrase.ts'
import { defineRule, failed, passed } from '../rule.ts'

export default defineRule('atRest', ({ of }) => ({
  accept: (event) => (matches(of, event) ? passed : null),
  finish: () => failed(explain('atRest.missing', { phrases: { what: phraseOfPattern(of) } })),
}))
