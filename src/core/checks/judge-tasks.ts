/** The state of each task of a lesson, from the results of its checks in the worlds it names. */
import type { CheckResult, Explanation } from './result.ts'
import type { StartFault } from './start-fault.ts'

/** What judging needs of a task. */
export interface JudgedTask {
  readonly id: string
  /** Ids of the worlds in which its checks have to pass. */
  readonly worlds: readonly string[]
  /** Ids of tasks that are solved before this one is judged. */
  readonly requires: readonly string[]
  readonly checks: readonly {
    readonly id: string
    /** Asked only in these; absent: in all of the task. */
    readonly worlds?: readonly string[]
  }[]
}

/** A run of the reader's program in one world, as far as it is known. */
export interface WorldResults {
  /**
   * `running`: it goes on, or waits for its turn. `ended`: every check is decided. `cutShort`: it was
   * stopped, left its page or took too long, so what did not happen proves nothing.
   */
  readonly outcome: 'running' | 'ended' | 'cutShort'
  readonly results: readonly CheckResult[]
  /** Why its program did not start. */
  readonly fault: StartFault | null
}

export interface TaskFailure {
  readonly checkId: string
  readonly explanation: Explanation | undefined
}

export type OpenReason = 'notRun' | 'untouched' | 'didNotStart' | 'cutShort' | 'requires'

export type TaskState =
  | {
      readonly kind: 'open'
      readonly why: OpenReason
      /** With `didNotStart`: the error, its file and line. */
      readonly fault?: StartFault
      /** With `requires`: the task that is to be solved first. */
      readonly first?: string
    }
  | { readonly kind: 'running' }
  | { readonly kind: 'passed' }
  | {
      readonly kind: 'failed'
      readonly world: string
      /** One of each fault, the earliest first. */
      readonly failures: readonly TaskFailure[]
    }

export interface JudgedRun {
  /** No file of the program differs from the starter. */
  readonly isUntouched: boolean
  /** By world. A world that is missing has not run yet. */
  readonly worlds: ReadonlyMap<string, WorldResults>
}

/**
 * Judges every task.
 * @param run the reader's latest own run, in all worlds; null before the first.
 * @returns the state of each task, in their order.
 */
export function judgeTasks(
  tasks: readonly JudgedTask[],
  run: JudgedRun | null,
): ReadonlyMap<string, TaskState> {
  const states = new Map<string, TaskState>()
  if (run === null || run.isUntouched) {
    const why = run === null ? 'notRun' : 'untouched'
    for (const { id } of tasks) states.set(id, { kind: 'open', why })
    return states
  }
  const own = new Map(tasks.map((task) => [task.id, judgeInWorlds(task, run.worlds)]))
  for (const { id, requires } of tasks) {
    const state = own.get(id) ?? RUNNING
    const first = requires.find(
      (required) => (states.get(required) ?? own.get(required))?.kind !== 'passed',
    )
    // Why nothing could be judged is said at every task; which comes first, only after that.
    const waits = first !== undefined && state.kind !== 'open' && state.kind !== 'running'
    states.set(id, waits ? { kind: 'open', why: 'requires', first } : state)
  }
  return states
}

const RUNNING: TaskState = { kind: 'running' }

/** The first world in which the task does not pass decides. */
function judgeInWorlds(task: JudgedTask, worlds: ReadonlyMap<string, WorldResults>): TaskState {
  for (const world of task.worlds) {
    const state = judgeInWorld(task, world, worlds.get(world))
    if (state.kind !== 'passed') return state
  }
  return { kind: 'passed' }
}

function judgeInWorld(task: JudgedTask, world: string, run: WorldResults | undefined): TaskState {
  if (run === undefined) return RUNNING
  if (run.fault !== null) return { kind: 'open', why: 'didNotStart', fault: run.fault }
  const asked = task.checks.filter(({ worlds }) => worlds?.includes(world) ?? true)
  const own = asked.map(({ id }) => run.results.find(({ checkId }) => checkId === id))
  const failed = own.filter((result) => result?.status === 'failed')
  if (failed.length > 0) return { kind: 'failed', world, failures: failuresOf(failed) }
  if (own.every((result) => result?.status === 'passed')) return { kind: 'passed' }
  return run.outcome === 'cutShort' ? { kind: 'open', why: 'cutShort' } : RUNNING
}

/** One event that breaks two checks for one reason is one fault, and told once. */
function failuresOf(failed: readonly (CheckResult | undefined)[]): readonly TaskFailure[] {
  const told = new Set<string>()
  return failed
    .filter((result) => result !== undefined)
    .toSorted((one, other) => (one.decidedAt ?? 0) - (other.decidedAt ?? 0))
    .flatMap(({ checkId, explanation }) => {
      const { seq, hint } = explanation ?? {}
      if (seq !== undefined) {
        const fault = `${String(seq)} ${hint ?? ''}`
        if (told.has(fault)) return []
        told.add(fault)
      }
      return [{ checkId, explanation }]
    })
}
