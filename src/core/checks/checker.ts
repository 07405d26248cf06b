/** Decides the checks of a lesson while its program runs. */
import type { TraceEvent } from '../trace/event.ts'
import type { Check } from './check.ts'
import { MistakeWatch } from './mistake-watch.ts'
import type { CheckResult } from './result.ts'
import type { Rule, Verdict } from './rule.ts'
import { ruleOf } from './rules/index.ts'

export interface Checker {
  /**
   * Takes the next event of the run. A check is decided as early as it can be: a `sequence` passes
   * with its last step, a `never` fails with its event. Memory is bounded, however many events come.
   */
  accept(event: TraceEvent): void
  /**
   * The run has ended at this time, milliseconds: every open check is decided.
   *
   * @param isIdle nothing was left that could still have happened
   */
  finish(endTime: number, isIdle?: boolean): void
  /** Results in the order of the checks; the same array until one changes. */
  results(): readonly CheckResult[]
}

/** A checker for one run. */
export function createChecker(checks: readonly Check[]): Checker {
  const trials = checks.map((check) => new Trial(check))
  let results: readonly CheckResult[] | null = null
  return {
    accept(event) {
      for (const trial of trials) if (trial.accept(event)) results = null
    },
    finish(endTime, isIdle = false) {
      for (const trial of trials) trial.finish(endTime, isIdle)
      results = null
    },
    results: () => (results ??= trials.map((trial) => trial.result)),
  }
}

/** One check during one run. */
class Trial {
  readonly #check: Check
  readonly #rule: Rule
  readonly #mistakes: MistakeWatch
  #result: CheckResult
  #ended = false

  constructor(check: Check) {
    this.#check = check
    this.#rule = ruleOf(check)
    this.#mistakes = new MistakeWatch(check)
    this.#result = { checkId: check.id, status: 'pending', decidedAt: null }
  }

  get result(): CheckResult {
    return this.#result
  }

  /** Whether this event decided the check. */
  accept(event: TraceEvent): boolean {
    if (this.#ended) return false
    this.#mistakes.accept(event)
    const verdict = this.#rule.accept(event)
    if (verdict === null) return false
    this.#decide(verdict, event.time)
    return true
  }

  finish(endTime: number, isIdle: boolean): void {
    if (!this.#ended) this.#decide(this.#rule.finish(endTime, isIdle), endTime)
  }

  #decide({ status, explanation }: Verdict, time: number): void {
    this.#ended = true
    const why =
      explanation !== undefined && status === 'failed'
        ? this.#mistakes.complete(explanation)
        : explanation
    this.#result = {
      checkId: this.#check.id,
      status,
      decidedAt: status === 'pending' ? null : time,
      ...(why === undefined ? {} : { explanation: why }),
    }
  }
}
