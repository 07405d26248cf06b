/** `before`: no `then` without a `first` before it. */
import { explain, explainMissing } from '../explain.ts'
import { matchPattern, noBindings } from '../pattern.ts'
import type { Bindings } from '../condition.ts'
import { phraseOfPattern } from '../phrase.ts'
import { defineRule, failed, passed } from '../rule.ts'

/** How many firsts are remembered, with what each captured; beyond that the oldest is forgotten. */
const MAX_FIRSTS = 1024

export default defineRule('before', ({ first, then, optional = false }) => {
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
    finish: () => (came || optional ? passed : failed(explainMissing(then))),
  }
})
