/** Invariants: what must hold under every schedule. */
import type { Check } from '../checks/check.ts'
import { createChecker } from '../checks/checker.ts'
import type { Explanation } from '../checks/result.ts'
import { DISTURBANCES, disturbancesOf, type Disturbance, type Schedule } from './schedule.ts'
import type { PlainRun, ScheduledRun } from './scheduled-run.ts'
import { RULES, type InvariantName } from './invariants.ts'

export type Invariant = {
  /** What it holds under; under anything else it is not asked. */
  readonly under: readonly Disturbance[]
} & (
  | { readonly kind: 'named'; readonly name: InvariantName }
  /** A check of a task, which passes in the plain run. */
  | { readonly kind: 'check'; readonly check: Check }
)

/** One that has a name, and holds under anything unless that is said. */
export function invariantOf(
  name: InvariantName,
  under: readonly Disturbance[] = DISTURBANCES,
): Invariant {
  return { kind: 'named', name, under }
}

/** How an invariant was broken. */
export interface Broken {
  readonly invariant: Invariant
  /** The event that broke it; undefined where something never came. */
  readonly seq?: number
  /** A message or a line that it is about. */
  readonly what?: string
  /** Of a check: why it failed. */
  readonly explanation?: Explanation
}

/** A run, and what was done to it. */
interface Judged {
  readonly schedule: Schedule
  readonly run: ScheduledRun
}

interface PlainJudged extends Judged {
  readonly run: PlainRun
}

/** The first invariant that is broken in a run; null: all hold. */
export function brokenBy(
  { schedule, run }: Judged,
  plain: PlainJudged,
  invariants: readonly Invariant[],
): Broken | null {
  const kinds = [...disturbancesOf(schedule, plain.schedule)]
  for (const invariant of invariants) {
    if (!kinds.every((kind) => invariant.under.includes(kind))) continue
    const broken =
      invariant.kind === 'named'
        ? RULES[invariant.name](run, plain.run)
        : failureOf(invariant.check, run)
    if (broken !== null) return { invariant, ...broken }
  }
  return null
}

function failureOf(check: Check, { events, end, isIdle }: ScheduledRun) {
  const checker = createChecker([check])
  for (const event of events) checker.accept(event)
  checker.finish(end, isIdle)
  const [result] = checker.results()
  if (result?.status !== 'failed') return null
  const { explanation } = result
  return {
    ...(explanation === undefined ? {} : { explanation }),
    ...(explanation?.seq === undefined ? {} : { seq: explanation.seq }),
  }
}
