import { nextTick } from 'vue'
import { expect, it, vi } from 'vitest'
import { FAULT_STEPS, type LessonPlan } from '../core/lesson/lesson-plan.ts'
import { traceFrom } from '../core/trace/testing/sketch.ts'
import { smallLesson } from '../run/testing/lesson-plan.ts'
import { useBesideStore } from './beside.ts'
import { useCourseStore } from './course.ts'
import { useFaultStore } from './fault.ts'
import { useProgressStore } from './progress.ts'
import { openLesson } from './testing/open-lesson.ts'
import { holdTime } from './testing/open-session.ts'
import { ends, started } from './testing/sandbox-host.ts'

vi.mock('../sandbox/host.ts', () => import('./testing/sandbox-host.ts'))

const CASE: LessonPlan = {
  ...smallLesson,
  slug: 'find-the-fault-lamp',
  steps: FAULT_STEPS,
  fault: {
    at: [{ event: 'eventFired', eventType: 'close' }],
    says: [{ id: 'opened', at: { event: 'eventFired', eventType: 'open' } }],
    cause: 'name',
  },
}

async function openCase() {
  const opened = await openLesson(CASE)
  const fault = useFaultStore()
  useBesideStore().run({ kind: 'start' })
  ends(
    traceFrom([
      { type: 'pageLifecycle', phase: 'load' },
      { type: 'eventFired', eventType: 'open', listeners: 1 },
      {
        type: 'eventFired',
        eventType: 'close',
        listeners: 0,
        code: 1000,
        reason: '',
        wasClean: true,
      },
    ]),
  )
  return { ...opened, fault, progress: useProgressStore() }
}

holdTime()

it('a wrong event is answered, in the words of the case where it has some, and kept nowhere', async () => {
  const { fault, progress } = await openCase()
  fault.pointAt(1)
  expect([fault.stage, fault.wrongEvent]).toEqual(['point', { seq: 1, says: 'opened' }])
  fault.pointAt(0)
  expect(fault.wrongEvent).toEqual({ seq: 0, says: null })
  expect(progress.outcomeOf(CASE.slug, 'point')).toBeUndefined()
})

it('the event where it goes wrong, then the cause, lead to the third step', async () => {
  const { fault } = await openCase()
  expect([fault.isFault(1), fault.isFault(2)]).toEqual([false, true])
  fault.pointAt(2)
  expect([fault.stage, fault.wrongEvent]).toEqual(['cause', null])
  fault.nameCause('late')
  fault.nameCause('late')
  expect([fault.stage, fault.wrongCauses]).toEqual(['cause', ['late']])
  fault.nameCause('name')
  expect([fault.stage, fault.taken]).toEqual(['mend', 2])
})

it('a cause that is no longer the right one is asked for again', async () => {
  const { fault, progress } = await openCase()
  progress.answer(CASE.slug, 'point', 'found')
  progress.answer(CASE.slug, 'cause', 'late')
  expect(fault.stage).toBe('cause')
})

it('another case begins without wrong guesses, and a lesson has nothing closed', async () => {
  const { fault } = await openCase()
  fault.pointAt(1)
  const course = useCourseStore()
  course.lesson = { ...CASE, slug: 'find-the-fault-tea' }
  await nextTick()
  expect([fault.stage, fault.wrongEvent]).toEqual(['point', null])
  course.lesson = smallLesson
  expect(fault.stage).toBe('mend')
})

it('a program that is not open does not run', async () => {
  const { session, workspace } = await openCase()
  const before = started.length
  workspace.access = 'readable'
  session.run()
  expect(started).toHaveLength(before)
  workspace.access = 'open'
  session.run()
  expect(started).toHaveLength(before + 1)
})
