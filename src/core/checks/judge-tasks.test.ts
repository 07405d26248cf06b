import { describe, expect, it } from 'vitest'
import { judgeTasks, type JudgedRun, type JudgedTask, type WorldResults } from './judge-tasks.ts'
import type { CheckResult, Explanation } from './result.ts'

const say: JudgedTask = {
  id: 'say',
  worlds: ['lesson', 'swapped'],
  requires: [],
  checks: [{ id: 'said' }, { id: 'heard' }],
}
const end: JudgedTask = {
  id: 'end',
  worlds: ['lesson'],
  requires: ['say'],
  checks: [{ id: 'ended' }],
}
const tasks = [say, end]

const passed = (checkId: string): CheckResult => ({ checkId, status: 'passed', decidedAt: 1 })
const pending = (checkId: string): CheckResult => ({ checkId, status: 'pending', decidedAt: null })
const failed = (
  checkId: string,
  decidedAt: number,
  explanation?: Partial<Explanation>,
): CheckResult => ({
  checkId,
  status: 'failed',
  decidedAt,
  ...(explanation === undefined
    ? {}
    : { explanation: { key: 'missing', params: {}, ...explanation } }),
})
const ended = (...results: CheckResult[]): WorldResults => ({
  outcome: 'ended',
  results,
  fault: null,
})
const all = ended(passed('said'), passed('heard'), passed('ended'))

const run = (worlds: Record<string, WorldResults>, isUntouched = false): JudgedRun => ({
  isUntouched,
  worlds: new Map(Object.entries(worlds)),
})
const judge = (given: JudgedRun | null) => Object.fromEntries(judgeTasks(tasks, given))

describe('judgeTasks', () => {
  it('leaves every task open before the first run, and while no file differs from the starter', () => {
    const open = (why: string) => ({ say: { kind: 'open', why }, end: { kind: 'open', why } })
    expect(judge(null)).toEqual(open('notRun'))
    expect(judge(run({ lesson: all, swapped: all }, true))).toEqual(open('untouched'))
  })

  it('passes a task that passes in each of its worlds', () => {
    expect(judge(run({ lesson: all, swapped: all }))).toEqual({
      say: { kind: 'passed' },
      end: { kind: 'passed' },
    })
  })

  it('fails a task in the first world in which a check fails, whatever goes on elsewhere', () => {
    const wrong = ended(passed('said'), failed('heard', 5))
    expect(judge(run({ lesson: all, swapped: wrong }))['say']).toEqual({
      kind: 'failed',
      world: 'swapped',
      failures: [{ checkId: 'heard', explanation: undefined }],
    })
    const going: WorldResults = { ...wrong, outcome: 'running' }
    expect(judge(run({ lesson: going }))['say']).toMatchObject({ kind: 'failed', world: 'lesson' })
  })

  it('asks a check in the worlds that it names alone', () => {
    const checks = [{ id: 'said' }, { id: 'heard', worlds: ['swapped'] }]
    const states = (lesson: CheckResult, swapped: CheckResult) =>
      judgeTasks(
        [{ ...say, checks }],
        run({ lesson: ended(passed('said'), lesson), swapped: ended(passed('said'), swapped) }),
      ).get('say')
    expect(states(failed('heard', 5), passed('heard'))).toEqual({ kind: 'passed' })
    expect(states(passed('heard'), failed('heard', 5))).toMatchObject({ world: 'swapped' })
  })

  it('waits for a world that runs or has yet to run', () => {
    const going: WorldResults = {
      outcome: 'running',
      results: [passed('said'), pending('heard')],
      fault: null,
    }
    expect(judge(run({ lesson: all, swapped: going }))['say']).toEqual({ kind: 'running' })
    expect(judge(run({ lesson: all }))['say']).toEqual({ kind: 'running' })
    expect(judge(run({}))['say']).toEqual({ kind: 'running' })
  })

  it('leaves a task open after a run that was cut short, unless it had failed or passed', () => {
    const cut = (...results: CheckResult[]): WorldResults => ({
      outcome: 'cutShort',
      results,
      fault: null,
    })
    expect(judge(run({ lesson: cut(passed('said'), pending('heard')) }))['say']).toEqual({
      kind: 'open',
      why: 'cutShort',
    })
    expect(judge(run({ lesson: cut(failed('said', 1)) }))['say']).toMatchObject({ kind: 'failed' })
    const whole = cut(passed('said'), passed('heard'), passed('ended'))
    expect(judge(run({ lesson: whole, swapped: all }))['end']).toEqual({ kind: 'passed' })
  })

  it('leaves tasks open where the program did not start, and says in which file and line', () => {
    const fault = { seq: 0, file: 'client.js', line: 3, name: 'SyntaxError', message: 'oh' }
    const dead: WorldResults = { outcome: 'ended', results: [failed('said', 0)], fault }
    const open = { kind: 'open', why: 'didNotStart', fault }
    expect(judge(run({ lesson: dead }))).toEqual({ say: open, end: open })
  })

  it('leaves a task open, not failed, while one that comes first is not solved', () => {
    const lost = ended(failed('said', 1), passed('heard'), failed('ended', 2))
    expect(judge(run({ lesson: lost }))['end']).toEqual({
      kind: 'open',
      why: 'requires',
      first: 'say',
    })
    const half = ended(passed('said'), passed('heard'), failed('ended', 2))
    expect(judge(run({ lesson: half, swapped: all }))['end']).toMatchObject({ kind: 'failed' })
    expect(judge(run({ lesson: all }))['end']).toMatchObject({ why: 'requires' })
  })

  it('tells one fault once, the earliest first', () => {
    const failuresOf = (...results: CheckResult[]) => {
      const state = judge(run({ lesson: ended(...results) }))['say']
      return state?.kind === 'failed' ? state.failures.map(({ checkId }) => checkId) : []
    }
    const at = (seq: number, hint?: string) => ({ seq, ...(hint === undefined ? {} : { hint }) })
    expect(failuresOf(failed('said', 9, at(4)), failed('heard', 3, at(2)))).toEqual([
      'heard',
      'said',
    ])
    expect(failuresOf(failed('said', 9, at(4, 'x')), failed('heard', 9, at(4, 'x')))).toEqual([
      'said',
    ])
    expect(failuresOf(failed('said', 9, at(4, 'x')), failed('heard', 9, at(4, 'y')))).toHaveLength(
      2,
    )
    expect(failuresOf(failed('said', 9, {}), failed('heard', 9, {}))).toHaveLength(2)
  })
})
