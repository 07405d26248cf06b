import { expect, it } from 'vitest'
import type { StepView, WalkSummary } from '../../core/lesson/steps.ts'
import LessonFoot from './LessonFoot.vue'
import { lessonText, wordsOf } from './testing/render.ts'

const step: StepView = {
  kind: 'task',
  id: 'code',
  number: 3,
  state: 'open',
  isDone: false,
  isStale: false,
}
const previous = { slug: 'first-echo', title: 'First connection', summary: '', minutes: 16 }
const next = { slug: 'why-push', title: 'Why push?', summary: '', minutes: 10 }

const words = (summary: Partial<WalkSummary>) =>
  wordsOf(
    LessonFoot,
    { text: lessonText },
    {
      summary: () => ({ total: 3, done: 1, inThisRun: null, line: { says: 'solved' }, ...summary }),
      titleOf: () => ['Close with a code'],
      previous: () => previous,
      next: () => next,
    },
  )

it('names the next step, how many are done, and the lessons beside this one', async () => {
  expect(await words({ line: { says: 'next', step } })).toBe(
    'Where you are in this lesson: Next: Close with a code 1 of 3 First connection Overview Why push?',
  )
})

it('names a task that is not yet right', async () => {
  const failed = { ...step, state: 'failed' } as const
  expect(await words({ line: { says: 'failed', step: failed } })).toContain(
    '! Not yet right: Close with a code 1 of 3',
  )
})

it('keeps apart what was solved and what this run did', async () => {
  const spoiled = { ...step, state: 'failed', isDone: true } as const
  const line = { says: 'failed', step: spoiled } as const
  expect(await words({ done: 3, inThisRun: 2, line })).toContain(
    'Solved · not in this run: Close with a code this run: 2 of 3',
  )
})

it('says that the program has changed', async () => {
  const stale = { ...step, state: 'passed', isDone: true, isStale: true } as const
  expect(await words({ done: 3, line: { says: 'stale', step: stale } })).toContain(
    'Changed since this run 3 of 3',
  )
})

it('has no line in a lesson without steps', async () => {
  expect(await words({ total: 0 })).toBe('First connection Overview Why push?')
})
