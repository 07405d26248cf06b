import { expect, it } from 'vitest'
import type { LessonPlan } from '../core/lesson/lesson-plan.ts'
import { asciiMessage, traceFrom } from '../core/trace/testing/sketch.ts'
import type { SandboxHost } from '../sandbox/host.ts'
import type { RunListener } from '../sandbox/host/run.ts'
import type { LessonTrial } from './lesson-trial.ts'
import { proveTrial } from './prove-lesson.ts'

const plan: LessonPlan = {
  slug: 'hello',
  version: '1',
  scenario: 'echo',
  conditions: { latency: 1, jitter: 0, bandwidth: null },
  seed: 1,
  until: 500,
  inputs: [],
  start: { 'client.js': '' },
  tasks: [
    {
      id: 'say',
      hints: [],
      checks: [{ id: 'said', type: 'count', of: { event: 'messageSent' }, atLeast: 1 }],
    },
  ],
  predictions: [],
}
const passes: LessonTrial = {
  name: 'solution',
  files: { 'client.js': '// hello' },
  expectation: { kind: 'passes' },
  runs: 2,
}

/** A sandbox whose runs send these messages in turn. */
function hostOf(...runs: readonly ((listener: RunListener) => void)[]) {
  const programs: unknown[] = []
  let next = 0
  const host = {
    start(request: { program: unknown }, listener: RunListener) {
      programs.push(request.program)
      const say = runs[next++]
      queueMicrotask(() => say?.(listener))
      return { send: () => {}, stop: () => {} }
    },
  }
  // A proof calls only `start`, and only these methods of a run.
  return { host: host as unknown as SandboxHost, programs }
}

const says =
  (text: string, time = 500) =>
  (listener: RunListener) => {
    const events = traceFrom([{ type: 'messageSent', ...asciiMessage(text) }])
    listener({ type: 'records', events, computedUntil: 500 })
    listener({ type: 'ended', reason: 'idle', time })
  }

it('runs a program as often as its trial asks for, with the lesson’s server', async () => {
  const { host, programs } = hostOf(says('Hello'), says('Hello'))
  expect(await proveTrial(host, { plan, server: '// echo' }, passes)).toEqual({
    problems: [],
    notes: [],
  })
  const program = { 'server.js': '// echo', 'client.js': '// hello' }
  expect(programs).toEqual([program, program])
})

it('finds the first line that differs between two runs', async () => {
  const { host } = hostOf(says('Hello'), says('World'))
  expect(await proveTrial(host, { plan, server: '' }, passes)).toMatchObject({
    problems: [
      expect.stringMatching(/^the same run gave another trace, first in line \d+:$/),
      expect.stringContaining('Hello'),
      expect.stringContaining('World'),
    ],
  })
})

it('finds a starter that does not fail', async () => {
  const { host } = hostOf(says('Hello'))
  const trial: LessonTrial = { ...passes, name: 'start', expectation: { kind: 'fails' }, runs: 1 }
  expect(await proveTrial(host, { plan, server: '' }, trial)).toMatchObject({
    problems: ['no check failed'],
  })
})

it('says why a sandbox failed', async () => {
  const { host } = hostOf((listener) =>
    listener({ type: 'failed', problem: { kind: 'loadFailed', detail: 'no document' } }),
  )
  expect(await proveTrial(host, { plan, server: '' }, passes)).toMatchObject({
    problems: ['loadFailed: no document'],
  })
})

it('notes a run near the limit of a lesson without an end', async () => {
  const late = { ...plan, until: null }
  const trial: LessonTrial = { ...passes, runs: 1 }
  const notesAt = async (time: number, of: LessonPlan) => {
    const { host } = hostOf(says('Hello', time))
    return (await proveTrial(host, { plan: of, server: '' }, trial)).notes
  }
  expect(await notesAt(47_000, late)).toEqual([])
  expect(await notesAt(55_000, late)).toEqual([expect.stringContaining('55000')])
  expect(await notesAt(55_000, plan)).toEqual([])
})
