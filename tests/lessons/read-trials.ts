/** Every program of every lesson that `npm run lessons` runs, with the lesson it runs in. */
import { readCourse } from '../../scripts/course/read-course.ts'
import { readFigures } from '../../scripts/vite/figures.ts'
import { trialsOf, type LessonTrial } from '../../src/run/lesson-trial.ts'
import type { ProvedLesson } from '../../src/run/prove-lesson.ts'

export interface LessonTrials {
  readonly lesson: ProvedLesson
  readonly trials: readonly LessonTrial[]
}

/** In the order of the course. */
export async function readTrials(root: string): Promise<readonly LessonTrials[]> {
  const { lessons, scenarios } = readCourse(root, (code) => [code], await readFigures(root))
  const sources = new Map(scenarios.map(({ name, source }) => [name, source]))
  return [...lessons.values()].map(({ plan, proof }) => ({
    lesson: {
      plan,
      servers: Object.fromEntries(
        plan.worlds.map(({ scenario }) => [scenario, sources.get(scenario) ?? '']),
      ),
    },
    trials: trialsOf(plan, proof),
  }))
}
