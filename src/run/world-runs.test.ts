import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checksOf } from '../core/lesson/lesson-plan.ts'
import { asciiMessage, traceFrom } from '../core/trace/testing/sketch.ts'
import type { SandboxHost } from '../sandbox/host.ts'
import type { RunListener, RunRequest } from '../sandbox/host/run.ts'
import { orderInWorld, type RunOrder } from './order.ts'
import { lessonWorld, smallLesson, swappedWorld } from './testing/lesson-plan.ts'
import { JudgedWorld } from './judged-world.ts'
import { WorldRuns } from './world-runs.ts'

const checks = checksOf(smallLesson)
const servers = { echo: '// echo' }
const own: RunOrder = {
  isJudged: true,
  endpointName: '',
  scenario: 'echo',
  lesson: smallLesson,
  request: {
    program: { 'client.js': '// mine', 'server.js': '// echo' },
    endpoint: { kind: 'built-in', conditions: lessonWorld.conditions, seed: 1 },
    routed: true,
    until: 500,
    inputs: [],
  },
}
const order = orderInWorld(own, smallLesson, swappedWorld, servers)
const third = orderInWorld(own, smallLesson, { ...lessonWorld, id: 'third' }, servers)

interface Started {
  readonly request: RunRequest
  readonly listener: RunListener
  isStopped: boolean
}

let started: Started[]
let changes: number
let runs: WorldRuns

beforeEach(() => {
  vi.useFakeTimers()
  started = []
  changes = 0
  const host = {
    start(request: RunRequest, listener: RunListener) {
      const run: Started = { request, listener, isStopped: false }
      started.push(run)
      return { send: () => undefined, stop: () => (run.isStopped = true) }
    },
  }
  // Only `start` is called.
  runs = new WorldRuns(
    () => host as unknown as SandboxHost,
    () => (changes += 1),
  )
})
afterEach(() => vi.useRealTimers())

const events = traceFrom([{ type: 'messageSent', ...asciiMessage('hi') }])
const says = () => started.at(-1)?.listener({ type: 'records', events, computedUntil: 10 })
const ends = () => started.at(-1)?.listener({ type: 'ended', reason: 'idle', time: 20 })

describe('the runs in other worlds', () => {
  it('come one after the other, each with the files of its world', () => {
    runs.start([order, third], () => new JudgedWorld(checks))
    expect(started.map(({ request }) => request.program)).toEqual([
      { 'client.js': '// mine', 'server.js': '// swapped' },
    ])
    expect(runs.runs.has('third')).toBe(false)
    ends()
    expect(started.map(({ request }) => request.program['server.js'])).toEqual([
      '// swapped',
      '// echo',
    ])
    ends()
    expect([started.length, changes]).toEqual([2, 2])
  })

  it('are recorded and judged', () => {
    runs.start([order], () => new JudgedWorld(checks))
    says()
    expect(runs.runs.get('swapped')?.judged.results.outcome).toBe('running')
    ends()
    const run = runs.runs.get('swapped')
    expect(run?.judged.results).toMatchObject({ outcome: 'ended', results: [{ status: 'passed' }] })
    expect(run?.recording.log.read().slice()).toEqual(events)
    expect(run?.recording).toMatchObject({ complete: true, end: 20, order: { world: 'swapped' } })
  })

  it('stop when the reader runs again', () => {
    runs.start([order, third], () => new JudgedWorld(checks))
    runs.stop()
    expect(started[0]?.isStopped).toBe(true)
    expect(runs.runs.size).toBe(0)
    vi.runAllTimers()
    expect([started.length, changes]).toEqual([1, 0])
  })

  it('give up a program that hangs, and go on with the next world', () => {
    runs.start([order, third], () => new JudgedWorld(checks))
    vi.advanceTimersByTime(15_000)
    says()
    vi.advanceTimersByTime(15_000)
    expect(started).toHaveLength(1)
    vi.advanceTimersByTime(5_001)
    expect(started.map(({ isStopped }) => isStopped)).toEqual([true, false])
    expect(runs.runs.get('swapped')?.judged.results.outcome).toBe('cutShort')
  })

  it('leave open what a program that left its page did not do', () => {
    runs.start([order], () => new JudgedWorld(checks))
    started[0]?.listener({ type: 'failed', problem: { kind: 'navigated', detail: '' } })
    expect(runs.runs.get('swapped')?.judged.results).toMatchObject({
      outcome: 'cutShort',
      results: [{ status: 'pending' }],
    })
  })
})

describe('orderInWorld', () => {
  it('keeps a server that the reader wrote, or that the lesson brings, unless the world has one', () => {
    const other = { ...lessonWorld, id: 'other', scenario: 'slow' }
    const serverOf = (program: RunOrder['request']['program'], lesson = smallLesson) =>
      orderInWorld({ ...own, request: { ...own.request, program } }, lesson, other, {
        ...servers,
        slow: '// slow',
      }).request.program['server.js']
    expect(serverOf({ 'client.js': '', 'server.js': '// echo' })).toBe('// slow')
    expect(serverOf({ 'client.js': '', 'server.js': '// mine' })).toBe('// mine')
    const brings = { ...smallLesson, start: { 'client.js': '', 'server.js': '// brought' } }
    expect(serverOf({ 'client.js': '' }, brings)).toBe('// brought')
  })
})
