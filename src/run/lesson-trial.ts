/** The programs of a lesson, each with the worlds it runs in and what that must show. */
import {
  LESSON_WORLD,
  type LessonPlan,
  type LessonProof,
  type Look,
  type Question,
  type RunOf,
  type Task,
  type WrongProgram,
} from '../core/lesson/lesson-plan.ts'
import type { EventPattern } from '../core/checks/pattern.ts'
import type { Program } from '../core/program/program.ts'

export type Expectation =
  /** Every task passes. */
  | { readonly kind: 'solvesAll' }
  /** This task passes, and no other does. */
  | { readonly kind: 'solvesOnly'; readonly task: string }
  /** No task passes: a task that the starter gives away is none. */
  | { readonly kind: 'solvesNone' }
  /** Every task fails: a case of find the fault goes wrong as it is. */
  | { readonly kind: 'failsAll' }
  /** The task of its check fails there first, and tells this mistake. */
  | { readonly kind: 'failsOn'; readonly wrong: WrongProgram }
  /** It shows these events in this order. */
  | { readonly kind: 'shows'; readonly patterns: readonly EventPattern[] }
  /** Nothing but its looks and questions. */
  | { readonly kind: 'isSeen' }

export interface LessonTrial {
  /** For example `wrong/send-too-early`. */
  readonly name: string
  readonly files: Program
  /** Ids of worlds, in the order in which tasks name them. */
  readonly worlds: readonly string[]
  readonly expectation: Expectation
  /** A second run must give the same trace. */
  readonly runs: 1 | 2
  /** Each finds exactly one event in its first world. */
  readonly looks: readonly Look[]
  /** Each is answered by exactly one option in its first world. */
  readonly questions: readonly Question[]
}

export function trialsOf(plan: LessonPlan, proof: LessonProof): readonly LessonTrial[] {
  const { start, tasks, tries } = plan
  const { solution, solutionOf, right, wrong } = proof
  const all = plan.worlds.map(({ id }) => id)
  const nothing = { runs: 1, looks: [], questions: [] } as const
  const own = aboutRun(plan, ({ kind }) => kind === 'own')
  return [
    {
      name: 'solution',
      files: solution,
      worlds: all,
      expectation: { kind: 'solvesAll' },
      runs: 2,
      ...aboutRun(plan, ({ kind }) => kind === 'solution'),
    },
    {
      name: 'start',
      files: start,
      worlds: all,
      expectation: { kind: plan.fault === undefined ? 'solvesNone' : 'failsAll' },
      runs: 1,
      ...aboutStart(plan),
    },
    // What a reader's own program shows, the solution shows.
    ...(own.looks.length + own.questions.length === 0
      ? []
      : [
          {
            name: 'own',
            files: solution,
            worlds: [LESSON_WORLD],
            expectation: { kind: 'isSeen' },
            runs: 1,
            ...own,
          } as const,
        ]),
    ...Object.entries(solutionOf).map(([task, files]): LessonTrial => ({
      ...nothing,
      name: `solution/${task}`,
      files,
      worlds: all,
      expectation: { kind: 'solvesOnly', task },
    })),
    ...tries.map(({ id, program, world, shows }): LessonTrial => ({
      name: `try/${id}`,
      files: program,
      worlds: [world],
      expectation: { kind: 'shows', patterns: shows },
      runs: 1,
      ...aboutRun(plan, (run) => run.kind === 'try' && run.id === id),
    })),
    ...wrong.map((program): LessonTrial => ({
      ...nothing,
      name: `wrong/${program.name}`,
      files: { ...(program.over === 'solution' ? solution : start), ...program.files },
      worlds: worldsUpTo(program, tasks),
      expectation: { kind: 'failsOn', wrong: program },
    })),
    ...right.map(({ name, files }): LessonTrial => ({
      ...nothing,
      name: `right/${name}`,
      files: { ...solution, ...files },
      worlds: all,
      expectation: { kind: 'solvesAll' },
    })),
  ]
}

/**
 * The starter of a case is its recording: the fault's other end is in it too, and what is easily taken
 * for the fault.
 */
function aboutStart(plan: LessonPlan): Pick<LessonTrial, 'looks' | 'questions'> {
  const { looks, questions } = aboutRun(plan, ({ kind }) => kind === 'start')
  const { at: [, ...ends] = [], says = [] } = plan.fault ?? {}
  const atStart = (id: string, at: EventPattern): Look => ({
    id,
    run: { kind: 'start' },
    view: 'wire',
    at,
  })
  return {
    looks: [
      ...looks,
      ...ends.map((at) => atStart('point', at)),
      ...says.map(({ id, at }) => atStart(`says ${id}`, at)),
    ],
    questions,
  }
}

function aboutRun(
  { looks, questions }: LessonPlan,
  isMeant: (run: RunOf) => boolean,
): Pick<LessonTrial, 'looks' | 'questions'> {
  return {
    looks: looks.filter(({ run }) => isMeant(run)),
    questions: questions.filter(({ run }) => isMeant(run)),
  }
}

/** The worlds of the task whose check fails, up to the one in which it does: before, it passes. */
function worldsUpTo({ check, world }: WrongProgram, tasks: readonly Task[]): readonly string[] {
  const task = tasks.find(({ checks }) => checks.some(({ id }) => id === check))
  const worlds = task?.worlds ?? []
  return [...worlds.slice(0, worlds.indexOf(world)), world]
}
