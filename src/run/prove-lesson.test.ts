import { expect, it } from 'vitest'
import type { LessonPlan } from '../core/lesson/lesson-plan.ts'
import { asciiMessage, traceFrom, type EventSketch } from '../core/trace/testing/sketch.ts'
import type { SandboxHost } from '../sandbox/host.ts'
import type { RunListener, RunRequest } from '../sandbox/host/run.ts'
import type { LessonTrial } from './lesson-trial.ts'
import { proveTrial } from './prove-lesson.ts'
import { lessonWorld, smallLesson } from './testing/lesson-plan.ts'

const lesson = { plan: smallLesson, servers: { echo: '// echo' } }
const passes: LessonTrial = {
  name: 'solution',
  files: { 'client.js': '// hello' },
  worlds: ['lesson'],
  expectation: { kind: 'isSeen' },
  runs: 2,
  looks: [],
  questions: [],
}

/** A sandbox whose runs send these messages in turn. */
function hostOf(...runs: readonly ((listener: RunListener) => void)[]) {
  const requests: RunRequest[] = []
  let next = 0
  const host = {
    start(request: RunRequest, listener: RunListener) {
      requests.push(request)
      const say = runs[next++]
      queueMicrotask(() => say?.(listener))
      return { send: () => {}, stop: () => {} }
    },
  }
  // A proof calls only `start`, and only these methods of a run.
  return { host: host as unknown as SandboxHost, requests }
}

const does =
  (sketches: readonly EventSketch[], reason: 'idle' | 'failed' = 'idle', time = 500) =>
  (listener: RunListener) => {
    listener({ type: 'records', events: traceFrom(sketches), computedUntil: 500 })
    listener({ type: 'ended', reason, time })
  }
const says = (text: string, time = 500) =>
  does([{ type: 'messageSent', ...asciiMessage(text) }], 'idle', time)

it('runs a program as often as its trial asks for, with the lesson’s server', async () => {
  const { host, requests } = hostOf(says('Hello'), says('Hello'))
  expect(await proveTrial(host, lesson, passes)).toEqual({ problems: [], notes: [] })
  const program = { 'server.js': '// echo', 'client.js': '// hello' }
  expect(requests.map((request) => request.program)).toEqual([program, program])
})

it('runs a program in each world, with the files and the seed of that world', async () => {
  const { host, requests } = hostOf(says('Hello'), says('Hello'))
  const trial: LessonTrial = {
    ...passes,
    worlds: ['lesson', 'swapped'],
    expectation: { kind: 'solvesAll' },
    runs: 1,
  }
  expect(await proveTrial(host, lesson, trial)).toMatchObject({ problems: [] })
  expect(requests.map(({ program }) => program['server.js'])).toEqual(['// echo', '// swapped'])
  expect(requests.map(({ endpoint }) => endpoint)).toMatchObject([{ seed: 1 }, { seed: 2 }])
})

it('finds a solution that does not pass in another world', async () => {
  const { host } = hostOf(says('Hello'), does([]))
  const trial: LessonTrial = {
    ...passes,
    worlds: ['lesson', 'swapped'],
    expectation: { kind: 'solvesAll' },
    runs: 1,
  }
  const { problems } = await proveTrial(host, lesson, trial)
  expect(problems).toEqual([
    expect.stringContaining('the task say fails in the world swapped: said: '),
  ])
})

it('finds the first line that differs between two runs', async () => {
  const { host } = hostOf(says('Hello'), says('World'))
  expect(await proveTrial(host, lesson, passes)).toMatchObject({
    problems: [
      expect.stringMatching(/^the same run gave another trace, first in line \d+:$/),
      expect.stringContaining('Hello'),
      expect.stringContaining('World'),
    ],
  })
})

it('says in which file and line a program did not start', async () => {
  const { host } = hostOf(
    does(
      [
        {
          type: 'uncaughtError',
          kind: 'syntaxError',
          name: 'SyntaxError',
          message: 'Unexpected token',
          source: { file: 'client.js', line: 3, column: 1 },
        },
      ],
      'failed',
    ),
  )
  expect(await proveTrial(host, lesson, passes)).toMatchObject({
    problems: [
      'it did not start in the world lesson: SyntaxError: Unexpected token in client.js:3. A program of a lesson has to run: mend it.',
    ],
  })
})

it('says that a program left its page, and why a sandbox failed', async () => {
  const fails = (kind: 'navigated' | 'loadFailed') => (listener: RunListener) =>
    listener({ type: 'failed', problem: { kind, detail: 'no document' } })
  const problemsOf = async (kind: 'navigated' | 'loadFailed') =>
    (await proveTrial(hostOf(fails(kind)).host, lesson, { ...passes, runs: 1 })).problems
  expect(await problemsOf('navigated')).toEqual([expect.stringContaining('left its page')])
  expect(await problemsOf('loadFailed')).toEqual(['loadFailed: no document'])
})

it('refuses a world that the lesson does not have', async () => {
  const { host } = hostOf()
  expect(await proveTrial(host, lesson, { ...passes, worlds: ['other'] })).toMatchObject({
    problems: ['there is no world other'],
  })
})

it('notes a run near the limit of a lesson without an end', async () => {
  const late: LessonPlan = { ...smallLesson, worlds: [{ ...lessonWorld, until: null }] }
  const trial: LessonTrial = { ...passes, runs: 1 }
  const notesAt = async (time: number, plan: LessonPlan) => {
    const { host } = hostOf(says('Hello', time))
    return (await proveTrial(host, { ...lesson, plan }, trial)).notes
  }
  expect(await notesAt(47_000, late)).toEqual([])
  expect(await notesAt(55_000, late)).toEqual([expect.stringContaining('55000')])
  expect(await notesAt(55_000, smallLesson)).toEqual([])
})
