/** `each`: every such event also meets conditions, or is followed by another event. */
import type { TraceEvent } from '../../trace/event.ts'
import type { Bindings } from '../condition.ts'
import { explain, explainMismatch } from '../explain.ts'
import { matchPattern, noBindings, type EventPattern } from '../pattern.ts'
import { phraseOfEvent, phraseOfPattern } from '../phrase.ts'
import { defineRule, failed, passed, type Verdict } from '../rule.ts'

/** An event that `followedBy` has yet to follow. */
interface Obligation {
  readonly event: TraceEvent
  readonly bindings: Bindings
}

/** Beyond this many that wait, the oldest counts as not followed. */
const MAX_OBLIGATIONS = 10_000

export default defineRule('each', (demand) => {
  const { of, is, followedBy, within = Number.POSITIVE_INFINITY, atLeast = 1 } = demand
  const stronger: EventPattern = { ...of, ...is }
  const open: Obligation[] = []
  let count = 0

  function overdue(time: number): Verdict | null {
    const [oldest] = open
    if (oldest === undefined || followedBy === undefined) return null
    if (time - oldest.event.time <= within && open.length <= MAX_OBLIGATIONS) return null
    return unfollowed(oldest, followedBy)
  }

  function unfollowed({ event }: Obligation, next: EventPattern): Verdict {
    const phrases = { what: phraseOfEvent(event), next: phraseOfPattern(next) }
    return within === Number.POSITIVE_INFINITY
      ? failed(explain('each.unfollowed', { phrases, event }))
      : failed(explain('each.late', { phrases, params: { within }, event }))
  }

  return {
    accept(event) {
      const late = overdue(event.time)
      if (late !== null) return late
      if (followedBy !== undefined) {
        const done = open.findIndex(
          ({ bindings }) => matchPattern(followedBy, event, bindings).kind === 'match',
        )
        if (done !== -1) open.splice(done, 1)
      }
      const match = matchPattern(of, event, noBindings)
      if (match.kind !== 'match') return null
      count += 1
      if (is !== undefined) {
        const strong = matchPattern(stronger, event, noBindings)
        if (strong.kind === 'near')
          return failed(explainMismatch(stronger, event, strong.mismatch, noBindings))
      }
      if (followedBy !== undefined) open.push({ event, bindings: match.bindings })
      return null
    },
    finish(endTime, isIdle) {
      const late = overdue(endTime)
      if (late !== null) return late
      const [oldest] = open
      // What had time left when the world was no longer computed might have been followed.
      const isDecided = isIdle || within === Number.POSITIVE_INFINITY
      if (oldest !== undefined && followedBy !== undefined && isDecided)
        return unfollowed(oldest, followedBy)
      if (count >= atLeast) return passed
      const phrases = { what: phraseOfPattern(of) }
      return failed(explain('count.tooFew', { phrases, params: { count, atLeast } }))
    },
  }
})
