import type { Task } from '../../core/lesson/lesson-plan.ts'
import type { TaskFailure, TaskState as JudgedState } from '../../core/checks/judge-tasks.ts'

export type TaskState =
  /** Not run yet. */
  | 'open'
  /** The run has not decided it. */
  | 'pending'
  | 'passed'
  | 'failed'
  /** Passed in an earlier run. */
  | 'solved'

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
 * @param states what the latest run did with the tasks.
 * @param wasSolved whether a task was solved in an earlier run.
 */
export function taskViews(
  tasks: readonly LessonTask[],
  states: ReadonlyMap<string, JudgedState>,
  wasSolved: (taskId: string) => boolean,
): TaskView[] {
  return tasks.map((task) => {
    const judged = states.get(task.id)
    const failures = judged?.kind === 'failed' ? judged.failures : []
    return {
      id: task.id,
      state: stateOf(judged, wasSolved(task.id)),
      failures,
      hints: inOrderOfUse(task, failures),
    }
  })
}

function stateOf(judged: JudgedState | undefined, solved: boolean): TaskState {
  switch (judged?.kind) {
    case 'failed':
    case 'passed':
      return judged.kind
    case 'running':
      return 'pending'
    default:
      return solved ? 'solved' : 'open'
  }
}

/** The hints of the failures come first. */
function inOrderOfUse(task: LessonTask, failures: readonly TaskFailure[]): string[] {
  const named = failures.flatMap(({ checkId, explanation }) => {
    const hint = explanation?.hint ?? task.checks.find((check) => check.id === checkId)?.hint
    return hint !== undefined && task.hints.includes(hint) ? [hint] : []
  })
  return [...new Set([...named, ...task.hints])]
}
