/** Decides the checks of a lesson while its run goes on. */
import type { TraceEvent } from '../trace/event.ts'
import type { Check } from './check.ts'
import { MistakeWatch } from './mistake-watch.ts'
import type { CheckResult } from './result.ts'
import { beforeRule } from './rules/before.ts'
import { boundRule } from './rules/bound.ts'
import { consoleRule } from './rules/console.ts'
import { countRule } from './rules/count.ts'
import { eachRule } from './rules/each.ts'
import { neverRule } from './rules/never.ts'
import { predictionRule } from './rules/prediction.ts'
import type { Rule, Verdict } from './rules/rule.ts'
import { sequenceRule } from './rules/sequence.ts'
import { wireRule } from './rules/wire.ts'

export interface Checker {
  /**
   * The next event of the run. What can be decided is decided at once: a `sequence` passes with its
   * last step, a `never` fails with its event. Memory is bounded, however many events come.
   */
  accept(event: TraceEvent): void
  /** The run has ended at this time, milliseconds: everything else is decided. */
  finish(endTime: number): void
  /** In the order of the checks. The same list as long as nothing changes. */
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
    finish(endTime) {
      for (const trial of trials) trial.finish(endTime)
      results = null
    },
    results: () => (results ??= trials.map((trial) => trial.result)),
  }
}

/** One check of one run. */
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

  /** Whether this event decided it. */
  accept(event: TraceEvent): boolean {
    if (this.#ended) return false
    this.#mistakes.accept(event)
    const verdict = this.#rule.accept(event)
    if (verdict === null) return false
    this.#decide(verdict, event.time)
    return true
  }

  finish(endTime: number): void {
    if (!this.#ended) this.#decide(this.#rule.finish(endTime), endTime)
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

function ruleOf(check: Check): Rule {
  switch (check.type) {
    case 'sequence':
      return sequenceRule(check)
    case 'before':
      return beforeRule(check)
    case 'never':
      return neverRule(check)
    case 'count':
      return countRule(check)
    case 'each':
      return eachRule(check)
    case 'bound':
      return boundRule(check)
    case 'console':
      return consoleRule(check)
    case 'prediction':
      return predictionRule(check)
    case 'wire':
      return wireRule(check)
  }
}
