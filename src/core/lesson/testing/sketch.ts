/** Lessons for tests, in which only what a test is about has to be said. */
import type { LessonPlan, World } from '../lesson-plan.ts'

export const worldSketch: World = {
  id: 'lesson',
  scenario: 'echo',
  conditions: { latency: 1, jitter: 0, bandwidth: null },
  seed: 1,
  until: null,
  inputs: [],
  files: {},
}

export function planSketch(said: Partial<LessonPlan> = {}): LessonPlan {
  return {
    slug: 'hello',
    version: '1',
    start: { 'client.js': '' },
    startIn: {},
    worlds: [worldSketch],
    looks: [],
    tries: [],
    questions: [],
    tasks: [],
    steps: [],
    ...said,
  }
}
