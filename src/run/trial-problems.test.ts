import { describe, expect, it } from 'vitest'
import { close, message, open } from '../core/checks/testing/judge.ts'
import type { CheckResult, Explanation } from '../core/checks/result.ts'
import type { Look, Question, Task, WrongProgram } from '../core/lesson/lesson-plan.ts'
import { traceFrom, type EventSketch } from '../core/trace/testing/sketch.ts'
import type { LessonTrial } from './lesson-trial.ts'
import { problemsOfTrial, type TrialResult } from './trial-problems.ts'

const check = (id: string): Task['checks'][number] => ({
  id,
  type: 'count',
  of: { event: 'messageSent' },
  atLeast: 1,
})
const tasks: readonly Task[] = [
  { id: 'one', worlds: ['lesson', 'swapped'], requires: [], checks: [check('a'), check('b')] },
  { id: 'two', worlds: ['lesson'], requires: ['one'], checks: [check('c')] },
]
const passed = (checkId: string): CheckResult => ({ checkId, status: 'passed', decidedAt: 1 })
const failed = (checkId: string, explanation: Partial<Explanation> = {}): CheckResult => ({
  checkId,
  status: 'failed',
  decidedAt: 1,
  explanation: { key: 'missing', params: {}, ...explanation },
})
const all = ['a', 'b', 'c'].map(passed)

const run = (
  results: readonly CheckResult[],
  world = 'lesson',
  sketches: readonly EventSketch[] = [],
): TrialResult => ({
  world,
  results: { outcome: 'ended', results, fault: null },
  events: traceFrom(sketches),
})

function problems(
  expectation: LessonTrial['expectation'],
  runs: readonly TrialResult[],
  about: Partial<Pick<LessonTrial, 'looks' | 'questions'>> = {},
): string {
  return problemsOfTrial({ expectation, looks: [], questions: [], ...about }, tasks, runs).join(
    '\n',
  )
}

describe('the problems of a trial', () => {
  it('are none where a solution solves every task in every world', () => {
    expect(problems({ kind: 'solvesAll' }, [run(all), run(all, 'swapped')])).toBe('')
  })

  it('name the task, the world and the check that a solution fails', () => {
    const swapped = run([passed('a'), failed('b'), passed('c')], 'swapped')
    expect(problems({ kind: 'solvesAll' }, [run(all), swapped])).toMatch(
      /^the task one fails in the world swapped: b: /,
    )
    expect(problems({ kind: 'solvesAll' }, [run(all)])).toContain('the task one was not decided')
  })

  it('are found where the solution of a task solves another', () => {
    const both = [run(all), run(all, 'swapped')]
    expect(problems({ kind: 'solvesOnly', task: 'one' }, both)).toContain('solves the task two too')
    const only = [run([passed('a'), passed('b'), failed('c')]), run(all, 'swapped')]
    expect(problems({ kind: 'solvesOnly', task: 'one' }, only)).toBe('')
    expect(problems({ kind: 'solvesOnly', task: 'two' }, only)).toContain('the task two fails')
  })

  it('are found where the starter gives a task away, even one that rests on another', () => {
    const two = [run([failed('a'), passed('b'), passed('c')])]
    expect(problems({ kind: 'solvesNone' }, two)).toMatch(/^the starter solves the task two\. Take/)
    expect(problems({ kind: 'solvesNone' }, [run([failed('a'), failed('c')])])).toBe('')
  })

  it('tell what a sample does not show', () => {
    const patterns = [
      { event: 'eventFired', eventType: 'open' },
      { event: 'eventFired', eventType: 'close' },
    ] as const
    const shows = { kind: 'shows', patterns } as const
    expect(problems(shows, [run([], 'lesson', [open, message('x'), close(1005, true)])])).toBe('')
    expect(problems(shows, [run([], 'lesson', [close(1005, true), open])])).toContain(
      'it does not show {"event":"eventFired","eventType":"close"}',
    )
  })
})

describe('a wrong program', () => {
  const wrong: WrongProgram = {
    name: 'x',
    files: {},
    over: 'start',
    world: 'lesson',
    check: 'a',
    mistake: 'early',
    hint: 'wait',
  }
  const judge = (runs: readonly TrialResult[], more: Partial<WrongProgram> = {}) =>
    problems({ kind: 'failsOn', wrong: { ...wrong, ...more } }, runs)
  const early = failed('a', { mistake: 'early', hint: 'wait' })

  it('fails its check, with its mistake and its hint', () => {
    expect(judge([run([early, passed('b')])])).toBe('')
    expect(judge([run(all)])).toContain('a passed in the world lesson, it should fail')
    expect(judge([run([])])).toContain('a was not judged')
    expect(judge([run([early])], { check: 'd' })).toBe('there is no check d')
  })

  it('is not taken for another mistake, and offers the hint that was meant', () => {
    expect(judge([run([failed('a', { hint: 'wait' })])])).toContain(
      'it is taken for no known mistake, not for early',
    )
    expect(judge([run([failed('a', { mistake: 'late', hint: 'wait' })])])).toContain(
      'it is taken for the mistake late, not for early',
    )
    expect(judge([run([failed('a', { mistake: 'late' })])], { mistake: null })).toContain(
      'not for none',
    )
    expect(judge([run([failed('a', { mistake: 'early' })])])).toContain('offered the hint none')
  })

  it('fails in the world that is named, and in none before it', () => {
    const swapped = { world: 'swapped' }
    const right = run([passed('a'), passed('b')])
    expect(judge([right, run([early, passed('b')], 'swapped')], swapped)).toBe('')
    const both = [run([early, passed('b')]), run([early, passed('b')], 'swapped')]
    expect(judge(both, swapped)).toContain('it fails in the world lesson already')
  })

  it('is told its own failure, not the same fault by another check', () => {
    const at = { seq: 3, hint: 'wait', mistake: 'early' }
    const twice = [run([failed('b', at), { ...failed('a', at), decidedAt: 2 }])]
    expect(judge(twice)).toContain('b tells this fault already')
  })

  it('has started', () => {
    const fault = { seq: 0, name: 'SyntaxError', message: 'oh' }
    const dead: TrialResult = {
      ...run([early]),
      results: { outcome: 'ended', results: [early], fault },
    }
    expect(judge([dead])).toMatch(/^it did not start in the world lesson: SyntaxError: oh\. /)
  })
})

describe('a look', () => {
  const look: Look = {
    id: 'end',
    run: { kind: 'start' },
    view: 'log',
    at: { event: 'eventFired', eventType: 'close' },
  }
  const judge = (...sketches: EventSketch[]) =>
    problems({ kind: 'isSeen' }, [run([], 'lesson', sketches)], { looks: [look] })

  it('finds one event', () => {
    expect(judge(close(1005, true))).toBe('')
    expect(judge(open)).toContain('the look end finds no event; it has to find one.')
    expect(judge(close(1005, true), close(1006, false))).toContain('finds 2 events')
  })
})

describe('a question', () => {
  const question: Question = {
    id: 'code',
    run: { kind: 'start' },
    ask: { event: 'eventFired', eventType: 'close' },
    options: [
      { id: 'normal', when: { code: 1000 } },
      { id: 'none', when: { code: [1005, 1006] } },
      { id: 'lost', when: { code: 1006 } },
    ],
  }
  const judge = (...sketches: EventSketch[]) =>
    problems({ kind: 'isSeen' }, [run([], 'lesson', sketches)], { questions: [question] })

  it('has one option that comes true', () => {
    expect(judge(close(1005, true))).toBe('')
    expect(judge(close(4001, true))).toContain('no option of the question code came true')
    expect(judge(close(1006, false))).toContain('none and lost of the question code came true')
    expect(judge(open)).toContain('nothing happens that the question code asks about')
  })
})
