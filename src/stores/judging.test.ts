import { nextTick } from 'vue'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Check } from '../core/checks/check.ts'
import { traceFrom } from '../core/trace/testing/sketch.ts'
import { useCourseStore } from './course.ts'
import { loadChecker, useJudgingStore } from './judging.ts'
import { useNoticesStore } from './notices.ts'
import { useProgressStore } from './progress.ts'
import { useRecordingsStore } from './recordings.ts'
import { startApp } from './testing/app.ts'

const prints: Check = {
  id: 'prints',
  type: 'sequence',
  steps: [{ event: 'consoleMessage' }],
}
const throwsNothing: Check = {
  id: 'throws-nothing',
  type: 'never',
  of: { event: 'uncaughtError' },
}
const lesson = {
  slug: 'a',
  version: '1',
  scenario: 'echo',
  conditions: { latency: 1, jitter: 0, bandwidth: null },
  seed: 1,
  until: null,
  inputs: [],
  start: { 'client.js': '' },

  tasks: [
    { id: 'print', checks: [prints], hints: [] },
    { id: 'no-throw', checks: [throwsNothing], hints: [] },
  ],
  predictions: [
    { id: 'first', options: ['yes', 'no'], answer: 'no', beforeRun: true },
    { id: 'later', options: ['yes', 'no'], answer: 'no', beforeRun: false },
  ],
}

const printed = traceFrom([{ type: 'consoleMessage', level: 'log', arguments: [], at: 30 }])

/** `print passed, no-throw pending`. */
function verdicts(): string {
  return useJudgingStore()
    .results.map(({ checkId, status }) => `${checkId} ${status}`)
    .join(', ')
}

beforeEach(() => {
  startApp()
  useCourseStore().lesson = lesson
})

it('what happened before the checks were loaded is judged too', async () => {
  const judging = useJudgingStore()
  useRecordingsStore().timeInOwn = Infinity
  judging.begin(lesson)
  judging.take(printed)
  judging.finish(40)
  expect(verdicts()).toBe('')
  await vi.waitUntil(() => verdicts() !== '', 10_000)
  expect(verdicts()).toBe('prints passed, throws-nothing passed')
})

describe('the verdicts', () => {
  beforeAll(loadChecker)

  it('are what the checks had decided where the playhead last was in the own run', () => {
    const judging = useJudgingStore()
    const recordings = useRecordingsStore()
    judging.begin(lesson)
    judging.take(printed)
    expect(verdicts()).toBe('prints pending, throws-nothing pending')
    recordings.timeInOwn = 30
    expect(verdicts()).toBe('prints passed, throws-nothing pending')
    judging.finish(40)
    expect(verdicts()).toBe('prints passed, throws-nothing pending')
    recordings.timeInOwn = 40
    expect(verdicts()).toBe('prints passed, throws-nothing passed')
  })

  it('stay open after a run that was cut short', () => {
    const judging = useJudgingStore()
    useRecordingsStore().timeInOwn = Infinity
    judging.begin(lesson)
    judging.take(printed)
    judging.finish(null)
    expect(verdicts()).toBe('prints passed, throws-nothing pending')
  })

  it('are empty without a lesson', () => {
    const judging = useJudgingStore()
    judging.begin(lesson)
    judging.begin(null)
    judging.take(printed)
    judging.finish(40)
    expect(judging.results).toEqual([])
  })

  it('solve tasks, and the lesson once all its tasks are solved', async () => {
    const judging = useJudgingStore()
    const progress = useProgressStore()
    useRecordingsStore().timeInOwn = Infinity
    judging.begin(lesson)
    judging.take(printed)
    await nextTick()
    expect([progress.isTaskSolved('a', 'print'), progress.isSolved('a')]).toEqual([true, false])
    judging.finish(40)
    await nextTick()
    expect([progress.isTaskSolved('a', 'no-throw'), progress.isSolved('a')]).toEqual([true, true])
  })

  it('solve nothing of a lesson that was opened meanwhile', async () => {
    const judging = useJudgingStore()
    useRecordingsStore().timeInOwn = Infinity
    judging.begin(lesson)
    useCourseStore().lesson = { ...lesson, slug: 'b' }
    judging.take(printed)
    await nextTick()
    expect(useProgressStore().isTaskSolved('b', 'print')).toBe(false)
  })
})

describe('a run before its prediction', () => {
  it('is refused with a notice until the prediction is made', async () => {
    const judging = useJudgingStore()
    const notices = useNoticesStore()
    expect(judging.openPredictions.map(({ id }) => id)).toEqual(['first'])
    judging.refuseRun()
    expect(judging.refusedRuns).toBe(1)
    expect(notices.notices).toMatchObject([{ key: 'run.predictFirst' }])
    useProgressStore().predict('a', 'first', 'yes')
    await nextTick()
    expect(judging.openPredictions).toEqual([])
    expect(notices.notices).toEqual([])
  })
})
