/** `sequence`: these events in this order. */
import type { TraceEvent } from '../../trace/event.ts'
import type { Bindings } from '../condition.ts'
import { explain, explainMismatch, explainMissing } from '../explain.ts'
import { matchPattern, noBindings, type Mismatch, type Step } from '../pattern.ts'
import { phraseOfPattern } from '../phrase.ts'
import type { Explanation } from '../result.ts'
import { defineRule, failed, passed, type Verdict } from '../rule.ts'

/** One way in which the events so far match the first steps. */
interface Partial {
  /** The index of the step that is due. */
  readonly step: number
  readonly bindings: Bindings
  /** The event that matched the step before. */
  readonly last: TraceEvent | undefined
  /** The first event since then of the due kind that did not match. */
  near: { readonly event: TraceEvent; readonly mismatch: Mismatch } | undefined
}

/** How many partial matches are kept for one step; beyond that the oldest is forgotten. */
const MAX_PARTIALS = 64

/**
 * Follows every way in which the events may match. A greedy match would fail correct programs: the
 * connection that opens first need not be the one that goes on to do the rest.
 */
export default defineRule('sequence', ({ steps }) => {
  const start: Partial = { step: 0, bindings: noBindings, last: undefined, near: undefined }
  /** Partial matches by the step that is due. */
  const waiting: Partial[][] = steps.map((_, index) => (index === 0 ? [start] : []))
  const firstSeen: (TraceEvent | undefined)[] = []

  function accept(event: TraceEvent): Verdict | null {
    for (let index = steps.length - 1; index >= 0; index -= 1) {
      const step = steps[index]
      const partials = waiting[index]
      if (step === undefined || partials === undefined || step.event !== event.type) continue
      if (firstSeen[index] === undefined && matchPattern(step, event, noBindings).kind === 'match')
        firstSeen[index] = event
      for (const partial of partials) {
        const match = matchPattern(step, event, partial.bindings)
        if (match.kind === 'near') partial.near ??= { event, mismatch: match.mismatch }
        if (match.kind !== 'match') continue
        if (isLate(step, partial, event)) {
          partial.near ??= { event, mismatch: { field: 'within', actual: event.time } }
          continue
        }
        if (index + 1 === steps.length) return passed
        advance({ step: index + 1, bindings: match.bindings, last: event, near: undefined })
      }
    }
    return null
  }

  function advance(partial: Partial): void {
    const partials = waiting[partial.step]
    if (partials === undefined) return
    const same = partials.findIndex(({ bindings }) => sameBindings(bindings, partial.bindings))
    if (same !== -1) {
      // An older partial match is as good as a new one unless `within` is set.
      if (steps[partial.step]?.within !== undefined) partials[same] = partial
      return
    }
    partials.push(partial)
    if (partials.length > MAX_PARTIALS) partials.shift()
  }

  function finish(): Verdict {
    const furthest = waiting.findLast((partials) => partials.length > 0)?.[0] ?? start
    return failed(explainFailure(furthest))
  }

  function explainFailure({ step: index, bindings, last, near }: Partial): Explanation {
    const step = steps[index]
    if (step === undefined) return explain('missing')
    if (near?.mismatch.field === 'within' && last !== undefined) {
      const params = { elapsed: Math.round(near.event.time - last.time), within: step.within ?? 0 }
      const phrases = { expected: phraseOfPattern(step) }
      return explain('instead.late', { phrases, params, event: near.event })
    }
    if (near !== undefined) return explainMismatch(step, near.event, near.mismatch, bindings)
    const before = steps[index - 1]
    const early = firstSeen[index]
    if (early !== undefined && before !== undefined) {
      const phrases = { expected: phraseOfPattern(step), before: phraseOfPattern(before) }
      return explain('instead.early', { phrases, event: early })
    }
    return before === undefined || last === undefined
      ? explainMissing(step)
      : {
          ...explainMissing(step, last),
          phrases: { expected: phraseOfPattern(step), before: phraseOfPattern(before) },
        }
  }

  return { accept, finish }
})

function isLate(step: Step, partial: Partial, event: TraceEvent): boolean {
  return (
    step.within !== undefined &&
    partial.last !== undefined &&
    event.time - partial.last.time > step.within
  )
}

function sameBindings(one: Bindings, other: Bindings): boolean {
  if (one.size !== other.size) return false
  for (const [name, value] of one) if (other.get(name) !== value) return false
  return true
}
