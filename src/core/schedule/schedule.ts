/** A schedule: what the network, the server and the tab do to one run. */
import type { PlannedIntervention } from '../trace/intervention.ts'

/**
 * What may happen to a run. Each is something that happens on any network, so a right program has to
 * live with it. A lost frame is not among them: TCP sends it again or ends the connection.
 */
export const DISTURBANCES = ['delay', 'cut', 'stallServer', 'slowTimers'] as const
export type Disturbance = (typeof DISTURBANCES)[number]

export interface Schedule {
  /** From which all chance of the run is drawn. */
  readonly seed: number
  /** Up to this many milliseconds more each way, drawn anew for each segment. */
  readonly jitter: number
  readonly interventions: readonly PlannedIntervention[]
}

/** How many things a schedule does beyond those that the plain run has already. */
export function sizeOf(schedule: Schedule, plain: Schedule): number {
  return added(schedule, plain).length + (schedule.jitter === plain.jitter ? 0 : 1)
}

/** What it does to the run, by kind. Of a changeable latency, `delay`. */
export function disturbancesOf(schedule: Schedule, plain: Schedule): ReadonlySet<Disturbance> {
  const kinds = new Set<Disturbance>()
  if (schedule.jitter !== plain.jitter || schedule.seed !== plain.seed) kinds.add('delay')
  for (const { kind } of added(schedule, plain)) {
    const found = DISTURBANCES.find((one) => one === kind)
    if (found !== undefined) kinds.add(found)
  }
  return kinds
}

/** The interventions that a schedule has beyond those of the plain run, which come first. */
export function added(schedule: Schedule, plain: Schedule): readonly PlannedIntervention[] {
  return schedule.interventions.slice(plain.interventions.length)
}

/** The schedule with other interventions beyond those of the plain run. */
export function withAdded(
  plain: Schedule,
  interventions: readonly PlannedIntervention[],
  chance: Partial<Pick<Schedule, 'seed' | 'jitter'>> = {},
): Schedule {
  return { ...plain, ...chance, interventions: [...plain.interventions, ...interventions] }
}
