/** `before`: no `then` without a `first` before it. */
import type { BeforeCheck } from '../check.ts'
import { explain, explainMissing } from '../explain.ts'
import { matchPattern, noBindings } from '../pattern.ts'
import type { Bindings } from '../condition.ts'
import { phraseOfPattern } from '../phrase.ts'
import { failed, passed, type Rule } from './rule.ts'

/** Firsts that are remembered, each with what it captured; beyond that the oldest is forgotten. */
const MAX_FIRSTS = 1024

export function beforeRule(check: Pick<BeforeCheck, 'first' | 'then' | 'optional'>): Rule {
  const { first, then } = check
  const firsts: Bindings[] = []
  let came = false
  return {
    accept(event) {
      if (event.type === then.event) {
        const alone = matchPattern(then, event, noBindings).kind
        const matched = firsts.some(
          (bindings) => matchPattern(then, event, bindings).kind === 'match',
        )
        if (matched) came = true
        else if (alone === 'match') {
          const phrases = { first: phraseOfPattern(first), then: phraseOfPattern(then) }
          return failed(explain('before', { phrases, event }))
        }
      }
      const match = matchPattern(first, event, noBindings)
      if (match.kind === 'match') {
        firsts.push(match.bindings)
        if (firsts.length > MAX_FIRSTS) firsts.shift()
      }
      return null
    },
    finish: () => (came || check.optional === true ? passed : failed(explainMissing(then))),
  }
}
