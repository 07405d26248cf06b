import type { Task } from '../../core/lesson/lesson-plan.ts'
import type { CheckResult, Explanation } from '../../core/checks/result.ts'

export type TaskState =
  /** Not run yet. */
  | 'open'
  /** The run has not decided it. */
  | 'pending'
  | 'passed'
  | 'failed'
  /** Passed in an earlier run. */
  | 'solved'

export interface TaskFailure {
  readonly checkId: string
  readonly explanation: Explanation | undefined
}

/** A task with the ids of its hints, in the order in which they are offered. */
export interface LessonTask extends Task {
  readonly hints: readonly string[]
}

export interface TaskView {
  readonly id: string
  readonly state: TaskState
  /** The earliest first. */
  readonly failures: readonly TaskFailure[]
  readonly hints: readonly string[]
}

/**
 * The state of each task at this point of a run.
 * @param results of the run's checks; empty before the first run.
 * @param wasSolved whether a task was solved in an earlier run.
 */
export function taskViews(
  tasks: readonly LessonTask[],
  results: readonly CheckResult[],
  wasSolved: (taskId: string) => boolean,
): TaskView[] {
  return tasks.map((task) => {
    const own = results.filter((result) => task.checks.some((check) => check.id === result.checkId))
    const failures = own
      .filter((result) => result.status === 'failed')
      .sort((one, other) => (one.decidedAt ?? 0) - (other.decidedAt ?? 0))
      .map(({ checkId, explanation }) => ({ checkId, explanation }))
    return {
      id: task.id,
      state: stateOf(own, failures.length > 0, wasSolved(task.id)),
      failures,
      hints: inOrderOfUse(task, failures),
    }
  })
}

function stateOf(own: readonly CheckResult[], failed: boolean, solved: boolean): TaskState {
  if (failed) return 'failed'
  if (own.length > 0 && own.every((result) => result.status === 'passed')) return 'passed'
  if (own.length > 0) return 'pending'
  return solved ? 'solved' : 'open'
}

/** The hints of the failures come first. */
function inOrderOfUse(task: LessonTask, failures: readonly TaskFailure[]): string[] {
  const named = failures.flatMap(({ checkId, explanation }) => {
    const hint = explanation?.hint ?? task.checks.find((check) => check.id === checkId)?.hint
    return hint !== undefined && task.hints.includes(hint) ? [hint] : []
  })
  return [...new Set([...named, ...task.hints])]
}
