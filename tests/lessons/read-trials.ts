/** Every program of every lesson that `npm run lessons` runs, with the lesson it runs in. */
import { readCourse } from '../../scripts/course/read-course.ts'
import { readFigures } from '../../scripts/vite/figures.ts'
import { trialsOf, type LessonTrial } from '../../src/run/lesson-trial.ts'
import type { LessonPlan } from '../../src/core/lesson/lesson-plan.ts'
import type { ProvedLesson } from '../../src/run/prove-lesson.ts'
import type { Deed } from './deeds/deed.ts'
import { DEED_KINDS } from './deeds/index.ts'

export interface LessonTrials {
  readonly lesson: ProvedLesson
  readonly trials: readonly (LessonTrial | Deed)[]
}

/** In the order of the course, cases of find the fault last; after them, the kinds of `deeds/`. */
export async function readTrials(root: string): Promise<readonly LessonTrials[]> {
  const { lessons, cases, scenarios } = readCourse(root, (code) => [code], await readFigures(root))
  const sources = new Map(scenarios.map(({ name, source }) => [name, source]))
  const inItsWorlds = (plan: LessonPlan) => ({
    plan,
    servers: Object.fromEntries(
      plan.worlds.map(({ scenario }) => [scenario, sources.get(scenario) ?? '']),
    ),
  })
  return [
    ...[...lessons.values(), ...cases.values()].map(({ plan, proof }) => ({
      lesson: inItsWorlds(plan),
      trials: trialsOf(plan, proof),
    })),
    ...DEED_KINDS.map(({ plan, deeds }) => ({ lesson: inItsWorlds(plan), trials: deeds })),
  ]
}
