/** Judges a run in one world while it goes on. */
import type { Check } from '../core/checks/check.ts'
import { createChecker, type Checker } from '../core/checks/checker.ts'
import type { WorldResults } from '../core/checks/judge-tasks.ts'
import { StartWatch } from '../core/checks/start-fault.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import type { EndReason } from '../sandbox/messages.ts'

export class JudgedWorld {
  readonly #checker: Checker
  readonly #start = new StartWatch()
  #outcome: WorldResults['outcome'] = 'running'
  #hasFailed = false

  constructor(checks: readonly Check[]) {
    this.#checker = createChecker(checks)
  }

  /** @returns whether the results are others than before. */
  take(events: readonly TraceEvent[]): boolean {
    const { results, fault } = this.results
    for (const event of events) {
      this.#checker.accept(event)
      this.#start.accept(event)
    }
    const now = this.results
    return now.results !== results || now.fault !== fault
  }

  /**
   * The run is over.
   * @param time milliseconds; null for a run that was cut short, whose checks stay open: what did not
   *   happen might have happened.
   * @param reason why it ended: `failed` where its program could not go on
   */
  finish(time: number | null, reason: EndReason = 'until'): void {
    this.#hasFailed = reason === 'failed'
    this.#outcome = time === null ? 'cutShort' : 'ended'
    if (time !== null) this.#checker.finish(time, reason === 'idle')
  }

  get results(): WorldResults {
    return {
      outcome: this.#outcome,
      results: this.#checker.results(),
      fault: this.#start.fault(this.#hasFailed),
    }
  }
}
