/** How a kind of check judges a run, event by event. */
import type { TraceEvent } from '../trace/event.ts'
import type { CheckType, Demand } from './check.ts'
import type { CheckStatus, Explanation } from './result.ts'

export interface Verdict {
  readonly status: CheckStatus
  readonly explanation?: Explanation
}

/** One check during one run. */
export interface Rule {
  /** The verdict, if this event decides the check; no event is fed after that. */
  accept(event: TraceEvent): Verdict | null
  /**
   * The run has ended, at this time in milliseconds.
   *
   * @param isIdle nothing was left that could still have happened
   */
  finish(endTime: number, isIdle: boolean): Verdict
}

export const passed: Verdict = { status: 'passed' }

export function failed(explanation: Explanation): Verdict {
  return { status: 'failed', explanation }
}

export interface RuleDefinition {
  readonly type: CheckType
  /** Called with demands of this type only; `ruleOf` makes the rule of a demand inside it. */
  create(demand: Demand, ruleOf: (inner: Demand) => Rule): Rule
}

/** The default export of a file in `rules/`: `create` makes the rule of one check for one run. */
export function defineRule<Type extends CheckType>(
  type: Type,
  create: (demand: Demand<Type>, ruleOf: (inner: Demand) => Rule) => Rule,
): RuleDefinition {
  // `ruleOf` finds a definition by its type, so `create` gets demands of that type only.
  return { type, create: create as RuleDefinition['create'] }
}
