/** "Try to break it": searches for a schedule in the time that there is. */
import type { Invariant } from '../core/schedule/invariant.ts'
import { search, type Found } from '../core/schedule/search.ts'
import type { SandboxHost } from '../sandbox/host.ts'
import type { RunRequest } from '../sandbox/host/run.ts'
import { ScheduledRuns, scheduleOf } from './scheduled-runs.ts'

/** Real milliseconds of a search, and how much more what was found is shrunk. */
export const SEARCH_TIME = 5_000
const SHRINK_TIME = 2_000

export interface Attempt {
  readonly found: Promise<Found>
  /** Ends the search: what was found until now is the result. */
  stop(): void
}

/**
 * @param tried called with how many schedules were tried.
 * @param now real milliseconds.
 */
export function breakProgram(
  host: Pick<SandboxHost, 'start'>,
  request: RunRequest,
  invariants: readonly Invariant[],
  tried: (count: number) => void,
  now: () => number = () => performance.now(),
): Attempt {
  const runs = new ScheduledRuns(host, request)
  const plain = scheduleOf(request)
  if (plain === null) return { found: Promise.resolve({ kind: 'noRun' }), stop: () => undefined }
  const began = now()
  const isOver = (phase: 'search' | 'shrink') =>
    now() - began > SEARCH_TIME + (phase === 'shrink' ? SHRINK_TIME : 0)
  const run = runs.run.bind(runs)
  const { until } = request
  return {
    found: search({ plain, invariants, until, seed: plain.seed, run, isOver, tried }),
    stop: () => runs.stop(),
  }
}
