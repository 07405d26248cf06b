/** The invariants that a task of a lesson names. */
import type { Check } from '../checks/check.ts'
import type { Invariant } from './invariant.ts'
import { INVARIANTS } from './invariants.ts'
import { DISTURBANCES, type Disturbance } from './schedule.ts'

/** As `lesson.yaml` has it. */
export interface NamedInvariant {
  /** One of `INVARIANTS`, or the id of a check of the task. */
  readonly holds: string
  /** Absent: under anything. */
  readonly under?: readonly Disturbance[]
}

export interface TaskWithInvariants {
  readonly checks: readonly Check[]
  readonly invariants?: readonly NamedInvariant[]
}

/** Names that are neither are left out: the course is built only if there are none. */
export function invariantsOfTask({
  checks,
  invariants = [],
}: TaskWithInvariants): readonly Invariant[] {
  return invariants.flatMap(({ holds, under = DISTURBANCES }): Invariant[] => {
    const name = INVARIANTS.find((one) => one === holds)
    if (name !== undefined) return [{ kind: 'named', name, under }]
    const check = checks.find(({ id }) => id === holds)
    return check === undefined ? [] : [{ kind: 'check', check, under }]
  })
}
