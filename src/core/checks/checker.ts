/** Decides the checks of a lesson while its run goes on. */
import type { TraceEvent } from '../trace/event.ts'
import type { Check } from './check.ts'
import type { CheckResult } from './result.ts'

export interface Checker {
  accept(event: TraceEvent): void
  finish(endTime: number): void
  results(): readonly CheckResult[]
}

export function createChecker(checks: readonly Check[]): Checker {
  return {
    accept: () => undefined,
    finish: () => undefined,
    results: () => checks.map(({ id }) => ({ checkId: id, status: 'pending', decidedAt: null })),
  }
}
