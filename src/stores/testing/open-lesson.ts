/** For tests that mock the sandbox by `sandbox-host.ts`. */
import { nextTick } from 'vue'
import type { LessonPlan } from '../../core/lesson/lesson-plan.ts'
import { useCourseStore } from '../course.ts'
import { useRecordingsStore } from '../recordings.ts'
import { useSessionStore } from '../session.ts'
import { useWorkspaceStore } from '../workspace.ts'
import { startApp } from './app.ts'

const LESSON: LessonPlan = {
  slug: 'hello',
  version: '1',
  start: { 'client.js': 'start()' },
  startIn: {},
  continues: null,
  worlds: [
    {
      id: 'lesson',
      scenario: 'echo',
      conditions: { latency: 40, jitter: 0, bandwidth: null, idleTimeout: null },
      seed: 7,
      until: null,
      inputs: [],
      interventions: [],
      files: {},
    },
  ],
  looks: [
    {
      id: 'closed',
      run: { kind: 'start' },
      view: 'log',
      at: { event: 'eventFired', eventType: 'close' },
    },
    {
      id: 'threw',
      run: { kind: 'try', id: 'early' },
      view: 'wire',
      at: { event: 'uncaughtError' },
    },
  ],
  tries: [{ id: 'early', world: 'lesson', program: { 'client.js': 'early()' }, shows: [] }],
  questions: [],
  tasks: [],
  steps: [],
}

/** Opens a lesson in a new app. */
export async function openLesson(lesson: LessonPlan = LESSON) {
  startApp()
  const course = useCourseStore()
  const workspace = useWorkspaceStore()
  const session = useSessionStore()
  // The fake sandbox touches no element.
  session.attach(Object.create(null) as HTMLElement, '')
  course.slug = lesson.slug
  course.lesson = lesson
  workspace.open(lesson.slug, { program: lesson.start, scenario: 'echo' })
  await nextTick()
  return { session, workspace, recordings: useRecordingsStore() }
}
