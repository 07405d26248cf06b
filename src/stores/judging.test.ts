import { nextTick } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LessonPlan, Task } from '../core/lesson/lesson-plan.ts'
import { traceFrom, type EventSketch } from '../core/trace/testing/sketch.ts'
import { orderOf, type RunOrder } from '../run/order.ts'
import { createRecording, type Recording } from '../run/recording.ts'
import { lessonWorld, smallLesson, swappedWorld } from '../run/testing/lesson-plan.ts'
import { SandboxHost } from '../sandbox/host.ts'
import { useCourseStore } from './course.ts'
import { useJudgingStore } from './judging.ts'
import { useNoticesStore } from './notices.ts'
import { useProgressStore } from './progress.ts'
import { useRecordingsStore } from './recordings.ts'
import { useScenariosStore } from './scenarios.ts'
import { startApp } from './testing/app.ts'
import { ends, started } from './testing/sandbox-host.ts'

vi.mock('../sandbox/host.ts', () => import('./testing/sandbox-host.ts'))

const prints: Task = {
  id: 'print',
  worlds: ['lesson'],
  requires: [],
  checks: [
    {
      id: 'prints',
      type: 'sequence',
      steps: [{ event: 'consoleMessage', side: 'client' }],
    },
  ],
}
const throwsNothing: Task = {
  id: 'no-throw',
  worlds: ['lesson'],
  requires: [],
  checks: [{ id: 'throws-nothing', type: 'never', of: { event: 'uncaughtError' } }],
}
const lesson: LessonPlan = {
  ...smallLesson,
  slug: 'a',
  worlds: [lessonWorld, swappedWorld],
  tasks: [prints, throwsNothing],
  questions: [
    {
      id: 'code',
      run: { kind: 'start' },
      ask: { event: 'eventFired', eventType: 'close' },
      options: [
        { id: 'normal', when: { code: 1000 } },
        { id: 'none', when: { code: 1005 } },
      ],
    },
    {
      id: 'sample',
      run: { kind: 'try', id: 'bare' },
      ask: { event: 'eventFired', eventType: 'close' },
      options: [
        { id: 'normal', when: { code: 1000 } },
        { id: 'none', when: { code: 1005 } },
      ],
    },
  ],
  steps: [
    { kind: 'question', id: 'code' },
    { kind: 'task', id: 'print' },
    { kind: 'question', id: 'sample' },
    { kind: 'task', id: 'no-throw' },
  ],
}

const printed: EventSketch = { type: 'consoleMessage', level: 'log', arguments: [], at: 30 }
const closed = (code: number, at = 30): EventSketch => ({
  type: 'eventFired',
  eventType: 'close',
  listeners: 1,
  code,
  reason: '',
  wasClean: true,
  at,
})

function order(text = '// mine', of: LessonPlan = lesson): RunOrder {
  return orderOf({
    program: { 'client.js': text },
    endpoint: {
      target: { kind: 'built-in', conditions: lessonWorld.conditions, seed: 1 },
      name: 'echo',
      scenario: 'echo',
      routed: true,
    },
    lesson: of,
    answers: {},
  })
}

/** The learner's own run begins, and does this. */
function runs(sketches: readonly EventSketch[], of: RunOrder = order()): Recording {
  const recording = createRecording(null, of)
  useRecordingsStore().add(recording)
  useJudgingStore().begin(of)
  useJudgingStore().take(traceFrom(sketches))
  return recording
}

/** `print passed, no-throw running`. */
function states(): string {
  return [...useJudgingStore().states]
    .map(([task, state]) =>
      state.kind === 'open'
        ? `${task} ${state.why}`
        : state.kind === 'failed'
          ? `${task} failed in ${state.world}`
          : `${task} ${state.kind}`,
    )
    .join(', ')
}

const seeTo = (time: number) => (useRecordingsStore().timeInOwn = time)

beforeEach(() => {
  started.length = 0
  startApp()
  useCourseStore().lesson = lesson
  // The fake sandbox touches no element.
  const container = Object.create(null) as HTMLElement
  useJudgingStore().attach(() => new SandboxHost({ container, url: '' }))
})

describe('the states of tasks', () => {
  it('are open before the first run, and while the program is the starter', () => {
    expect(states()).toBe('print notRun, no-throw notRun')
    runs([printed], order('// start'))
    seeTo(99)
    useJudgingStore().finish(40, 'idle')
    expect(states()).toBe('print untouched, no-throw untouched')
    expect(started).toEqual([])
  })

  it('are what the run had shown where the playhead last was in it', () => {
    const judging = useJudgingStore()
    runs([printed])
    expect(states()).toBe('print running, no-throw running')
    seeTo(30)
    expect(states()).toBe('print passed, no-throw running')
    judging.finish(40, 'idle')
    expect(states()).toBe('print passed, no-throw running')
    seeTo(40)
    expect(states()).toBe('print passed, no-throw passed')
  })

  it('stay open after a run that was cut short', () => {
    runs([printed])
    useJudgingStore().finish(40, 'cutShort')
    seeTo(40)
    expect(states()).toBe('print passed, no-throw cutShort')
  })

  it('say that a program did not start, and where', () => {
    const source = { file: 'client.js', line: 3, column: 1 }
    const name = 'SyntaxError'
    runs([{ type: 'uncaughtError', kind: 'syntaxError', name, message: 'oh', source }])
    useJudgingStore().finish(0, 'failed')
    expect(useJudgingStore().states.get('print')).toMatchObject({
      why: 'didNotStart',
      fault: { file: 'client.js', line: 3 },
    })
  })

  it('are forgotten with the run', () => {
    runs([printed])
    useJudgingStore().begin(null)
    expect(states()).toBe('print notRun, no-throw notRun')
  })

  it('keep what was solved, and the lesson once all its tasks are', async () => {
    const progress = useProgressStore()
    runs([printed])
    seeTo(30)
    await nextTick()
    expect([useJudgingStore().solved('print'), progress.isSolved('a')]).toEqual([true, false])
    useJudgingStore().finish(40, 'idle')
    seeTo(40)
    await nextTick()
    expect([useJudgingStore().solved('no-throw'), progress.isSolved('a')]).toEqual([true, true])
  })

  it('say nothing of a lesson that was opened meanwhile', async () => {
    runs([printed])
    seeTo(40)
    useCourseStore().lesson = { ...lesson, slug: 'b' }
    await nextTick()
    expect(states()).toBe('print notRun, no-throw notRun')
    expect(useProgressStore().isTaskSolved('b', 'print')).toBe(false)
  })
})

describe('other worlds', () => {
  const both: LessonPlan = { ...lesson, tasks: [{ ...prints, worlds: ['lesson', 'swapped'] }] }
  beforeEach(() => {
    useCourseStore().lesson = both
  })
  const line = traceFrom([{ ...printed, at: 5 }])

  it('decide with the own run, which comes first', () => {
    runs([printed], order('// mine', both))
    seeTo(40)
    expect(started).toEqual([])
    useJudgingStore().finish(40, 'idle')
    expect(started.map(({ request }) => request.program)).toEqual([
      { 'client.js': '// mine', 'server.js': '// swapped' },
    ])
    expect(states()).toBe('print running')
    ends(line)
    expect(states()).toBe('print passed')
  })

  it('decide alone where a task names no more than them, whatever its checks say of the own run', () => {
    const elsewhere = { ...both, tasks: [{ ...prints, worlds: ['swapped'] }] }
    useCourseStore().lesson = elsewhere
    runs([], order('// mine', elsewhere))
    seeTo(40)
    useJudgingStore().finish(40, 'idle')
    expect(states()).toBe('print running')
    ends(line)
    expect(states()).toBe('print passed')
  })

  it('tell in which world a task failed, and keep that run to be looked at', () => {
    const judging = useJudgingStore()
    const recording = runs([printed], order('// mine', both))
    seeTo(40)
    judging.finish(40, 'idle')
    ends([])
    expect(states()).toBe('print failed in swapped')
    expect(judging.worldRun('lesson')).toBe(recording)
    const run = judging.worldRun('swapped')
    expect(run).toMatchObject({ complete: true, end: 100, order: { world: 'swapped' } })
    if (run !== null) useRecordingsStore().show(run)
    expect(useRecordingsStore().shown.order?.request.program['server.js']).toBe('// swapped')
    expect(judging.worldRun('nowhere')).toBeNull()
  })

  it('are not tried with a program that failed, or was stopped', () => {
    runs([], order('// mine', both))
    useJudgingStore().finish(40, 'idle')
    expect(started).toEqual([])
    runs([printed], order('// mine', both))
    seeTo(40)
    useJudgingStore().finish(40, 'cutShort')
    expect(started).toEqual([])
    expect(states()).toBe('print cutShort')
  })

  it('stop when the learner runs again, or leaves', () => {
    runs([printed], order('// mine', both))
    useJudgingStore().finish(40, 'idle')
    runs([printed], order('// other', both))
    expect(started.map(({ isStopped }) => isStopped)).toEqual([true])
    expect(useJudgingStore().worldRun('swapped')).toBeNull()
    useJudgingStore().finish(40, 'idle')
    useJudgingStore().detach()
    expect(started.map(({ isStopped }) => isStopped)).toEqual([true, true])
  })

  it('wait for the source of the server that only they have', async () => {
    const slow = { ...swappedWorld, scenario: 'slow-accept', files: {} }
    const far: LessonPlan = { ...both, worlds: [lessonWorld, slow] }
    useCourseStore().lesson = far
    useScenariosStore().sources = { echo: '// echo server' }
    runs([printed], order('// mine', far))
    useJudgingStore().finish(40, 'idle')
    expect(started).toEqual([])
    await vi.waitFor(() => expect(started).toHaveLength(1))
    expect(started[0]?.request.program['server.js']).toBe('// slow server')
  })

  it('are not started when the learner has left before the source is there', async () => {
    const slow = { ...swappedWorld, scenario: 'slow-accept', files: {} }
    const far: LessonPlan = { ...both, worlds: [lessonWorld, slow] }
    const scenarios = useScenariosStore()
    useCourseStore().lesson = far
    scenarios.sources = { echo: '// echo server' }
    runs([printed], order('// mine', far))
    useJudgingStore().finish(40, 'idle')
    useJudgingStore().detach()
    await vi.waitFor(() => expect(scenarios.isMissing('slow-accept')).toBe(false))
    await nextTick()
    expect(started).toEqual([])
  })

  it('have no run before there is one of the learner', () => {
    expect(useJudgingStore().worldRun('lesson')).toBeNull()
  })

  it('are of no use to a program that left its page', () => {
    runs([printed], order('// mine', both))
    seeTo(40)
    useJudgingStore().finish(40, 'idle')
    useJudgingStore().finish(40, 'failed')
    expect(started).toHaveLength(1)
    useJudgingStore().finish(40, 'cutShort')
    expect(started[0]?.isStopped).toBe(true)
    expect(states()).toBe('print cutShort')
  })
})

describe('the answers to questions', () => {
  const answer = (question: string) => useJudgingStore().answers.get(question)

  it('are what the run shows, once the playhead has come to it', () => {
    const recording = runs([printed, closed(1005, 50)])
    expect(answer('code')).toBeUndefined()
    seeTo(50)
    expect(answer('code')).toEqual({ option: 'none', seq: 1, run: recording })
  })

  it('follow the program: where the event says 1000, the option of 1000 came true', () => {
    runs([closed(1005)])
    runs([closed(1000)])
    seeTo(40)
    expect(answer('code')?.option).toBe('normal')
  })

  it('say that no option foresees what happened', () => {
    runs([closed(4001), closed(1000)])
    seeTo(40)
    expect(answer('code')).toMatchObject({ option: null, seq: 0 })
  })

  it('come from the run of the sample, or of the starter beside a changed program', () => {
    const beside = (of: NonNullable<RunOrder['beside']>, code: number) => {
      const recording = createRecording(null, { ...order(), isJudged: false, beside: of })
      recording.log.append(traceFrom([closed(code)]))
      useRecordingsStore().add(recording)
      expect(answer(of.kind === 'start' ? 'code' : 'sample')).toBeUndefined()
      recording.complete = true
      return recording
    }
    const sample = beside({ kind: 'try', id: 'bare' }, 1005)
    expect(answer('sample')).toEqual({ option: 'none', seq: 0, run: sample })
    const starter = beside({ kind: 'start' }, 1005)
    expect(answer('code')).toEqual({ option: 'none', seq: 0, run: starter })
  })

  it('are not those of a lesson that was opened before', () => {
    runs([closed(1005)])
    seeTo(40)
    useCourseStore().lesson = { ...lesson, slug: 'b' }
    expect(answer('code')).toBeUndefined()
    useCourseStore().lesson = null
    expect(useJudgingStore().answers.size).toBe(0)
  })
})

describe('a run before its prediction', () => {
  it('is refused with a notice until the prediction is made', async () => {
    const judging = useJudgingStore()
    const notices = useNoticesStore()
    expect(judging.openPredictions.map(({ id }) => id)).toEqual(['code'])
    judging.refuseRun()
    expect(judging.refusedRuns).toBe(1)
    expect(notices.notices).toMatchObject([{ key: 'run.predictFirst' }])
    useProgressStore().predict('a', 'code', 'normal')
    await nextTick()
    expect(judging.openPredictions).toEqual([])
    expect(notices.notices).toEqual([])
  })

  it('waits for no question that comes after a task', () => {
    const late = { ...lesson, steps: [...lesson.steps].reverse() }
    useCourseStore().lesson = late
    expect(useJudgingStore().openPredictions).toEqual([])
  })
})
