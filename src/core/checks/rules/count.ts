/** `count`: such an event happens this many times. */
import { explain } from '../explain.ts'
import { matches } from '../pattern.ts'
import { phraseOfPattern } from '../phrase.ts'
import { defineRule, failed, passed } from '../rule.ts'

export default defineRule('count', ({ of, atLeast = 0, atMost = Number.POSITIVE_INFINITY }) => {
  const phrases = { what: phraseOfPattern(of) }
  let count = 0
  return {
    accept(event) {
      if (!matches(of, event)) return null
      count += 1
      if (count > atMost)
        return failed(explain('count.tooMany', { phrases, params: { count, atMost }, event }))
      return count >= atLeast && atMost === Number.POSITIVE_INFINITY ? passed : null
    },
    finish: () =>
      count >= atLeast
        ? passed
        : failed(explain('count.tooFew', { phrases, params: { count, atLeast } })),
  }
})
