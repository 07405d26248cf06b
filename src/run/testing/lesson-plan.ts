/** A small lesson for tests of runs. */
import type { LessonPlan, World } from '../../core/lesson/lesson-plan.ts'

export const lessonWorld: World = {
  id: 'lesson',
  scenario: 'echo',
  conditions: { latency: 1, jitter: 0, bandwidth: null },
  seed: 1,
  until: 500,
  inputs: [],
  interventions: [],
  files: {},
}

export const swappedWorld: World = {
  ...lessonWorld,
  id: 'swapped',
  seed: 2,
  files: { 'server.js': '// swapped' },
}

/** Its one task is solved by sending a message, in either world. */
export const smallLesson: LessonPlan = {
  slug: 'hello',
  version: '1',
  start: { 'client.js': '// start' },
  startIn: { 'zh-CN': { 'client.js': '// 开始' } },
  continues: null,
  worlds: [lessonWorld, swappedWorld],
  looks: [],
  tries: [],
  questions: [],
  tasks: [
    {
      id: 'say',
      worlds: ['lesson', 'swapped'],
      requires: [],
      checks: [
        { id: 'said', type: 'count', of: { event: 'messageSent' }, atLeast: 1, hint: 'speak' },
      ],
    },
  ],
  steps: [{ kind: 'task', id: 'say' }],
}
