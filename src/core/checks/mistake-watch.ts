/** Watches a run for the known mistakes of one check. */
import type { EventOf, TraceEvent } from '../trace/event.ts'
import type { Check, Mistake } from './check.ts'
import { patternsOf } from './mistake.ts'
import { explain, placeOf, shownTime } from './explain.ts'
import { readyStateName } from '../protocol/ready-state.ts'
import { traitsOf } from '../trace/events/traits.ts'
import { readField } from './fields.ts'
import { matches, matchPattern, noBindings } from './pattern.ts'
import { short } from './phrase.ts'
import type { Explanation } from './result.ts'

interface Watch {
  readonly mistake: Mistake
  /** The first event that matches each pattern of `seen`. */
  readonly seen: (TraceEvent | undefined)[]
  /** Whether an event came that matches `absent`. */
  disproved: boolean
  /** How many patterns of `order` have matched, their bindings, and the event that completed it. */
  step: number
  bindings: typeof noBindings
  last: TraceEvent | undefined
}

/** An exception that ended a turn of the program, with its line. */
type Thrown = EventOf<'uncaughtError'>

/** Explanations of what did not come. */
const OF_ABSENCE = /^(?:missing|each\.|count\.tooFew|console\.nothing)/

export class MistakeWatch {
  readonly #check: Check
  readonly #watches: readonly Watch[]
  /** The first. */
  #thrown: Thrown | undefined

  constructor(check: Check) {
    this.#check = check
    this.#watches = (check.mistakes ?? []).map((mistake) => ({
      mistake,
      seen: patternsOf(mistake.seen).map(() => undefined),
      disproved: false,
      step: 0,
      bindings: noBindings,
      last: undefined,
    }))
  }

  accept(event: TraceEvent): void {
    if (
      event.type === 'uncaughtError' &&
      (event.kind === 'exception' || event.kind === 'unhandledRejection') &&
      event.source
    )
      this.#thrown ??= event
    for (const watch of this.#watches) {
      const { seen, absent, order } = watch.mistake
      for (const [index, pattern] of patternsOf(seen).entries())
        if (matches(pattern, event)) watch.seen[index] ??= event
      watch.disproved ||= patternsOf(absent).some((pattern) => matches(pattern, event))
      const due = order?.[watch.step]
      if (due === undefined) continue
      const match = matchPattern(due, event, watch.bindings)
      if (match.kind !== 'match') continue
      watch.bindings = match.bindings
      watch.step += 1
      if (watch.step === order?.length) watch.last = event
    }
  }

  /**
   * Adds the mistake that was made, and its hint, to the explanation of a failure. Where what failed
   * is that something did not come, an exception of the program says more than its absence.
   */
  complete(explanation: Explanation): Explanation {
    const watch = this.#watches.find(wasMade)
    const hint = watch?.mistake.hint ?? this.#check.hint
    const isOfAbsence =
      watch === undefined ? OF_ABSENCE.test(explanation.key) : watch.mistake.absent !== undefined
    if (this.#thrown !== undefined && isOfAbsence) return explainThrown(this.#thrown)
    const withHint = hint === undefined ? explanation : { ...explanation, hint }
    if (watch === undefined) return withHint
    const mistake = watch.mistake.id
    const event = watch.last ?? watch.seen.at(-1)
    // What was not there has no time and no line.
    if (event === undefined) return { ...withHint, mistake }
    // Seq, time and line all come from the mistake's event, never from the event that failed.
    return {
      key: explanation.key,
      params: { ...explanation.params, ...paramsOf(event) },
      ...(explanation.phrases === undefined ? {} : { phrases: explanation.phrases }),
      ...placeOf(event),
      ...(hint === undefined ? {} : { hint }),
      mistake,
    }
  }
}

/** No hint of the check fits it. */
function explainThrown(event: Thrown): Explanation {
  return explain('threw', { params: paramsOf(event), event })
}

function wasMade({ mistake, seen, disproved, last }: Watch): boolean {
  if (disproved || seen.includes(undefined)) return false
  return mistake.order === undefined || last !== undefined
}

const STATE_FIELDS: ReadonlySet<string> = new Set(['readyState', 'from', 'to'])

/** The params that a lesson's failure text may use: time, line and the fields of the event. */
function paramsOf(event: TraceEvent): Record<string, string | number> {
  const params: Record<string, string | number> = {}
  for (const name of Object.keys(traitsOf(event).fields)) {
    const value = readField(event, name)
    if (value === undefined) continue
    if (typeof value === 'number')
      params[name] = STATE_FIELDS.has(name) ? readyStateName(value) : value
    else params[name] = short(value)
  }
  params['time'] = shownTime(event.time)
  if (event.source !== undefined) {
    params['line'] = event.source.line
    params['file'] = event.source.file
  }
  return params
}
