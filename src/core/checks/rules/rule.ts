/** A check while its run goes on. */
import type { TraceEvent } from '../../trace/event.ts'
import type { CheckStatus, Explanation } from '../result.ts'

export interface Verdict {
  readonly status: CheckStatus
  readonly explanation?: Explanation
}

export interface Rule {
  /** The verdict, where this event decides it; nothing is fed after that. */
  accept(event: TraceEvent): Verdict | null
  /** The run has ended, at this time in milliseconds. */
  finish(endTime: number): Verdict
}

export const passed: Verdict = { status: 'passed' }

export function failed(explanation: Explanation): Verdict {
  return { status: 'failed', explanation }
}
