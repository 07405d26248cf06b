import { describe, expect, it } from 'vitest'
import { taskViews, type LessonTask } from './task-states.ts'
import type { CheckResult, CheckStatus } from '../../core/checks/result.ts'

const task = (
  id: string,
  checks: readonly string[],
  hints: readonly string[] = [],
): LessonTask => ({
  id,
  worlds: ['lesson'],
  requires: [],
  hints,
  checks: checks.map((check) => ({
    id: check,
    type: 'sequence',
    steps: [],
    ...(hints[0] === undefined ? {} : { hint: hints[0] }),
  })),
})

const result = (
  checkId: string,
  status: CheckStatus,
  decidedAt: number | null = 0,
): CheckResult => ({
  checkId,
  status,
  decidedAt,
})

const never = () => false
const stateOf = (results: readonly CheckResult[], wasSolved = never as (id: string) => boolean) =>
  taskViews([task('close', ['sent', 'clean'])], results, wasSolved)[0]?.state

describe('taskViews', () => {
  it('has open tasks before a run, or solved ones if an earlier run solved them', () => {
    expect(stateOf([])).toBe('open')
    expect(stateOf([], (id) => id === 'close')).toBe('solved')
  })

  it('waits until all checks of a task are decided', () => {
    expect(stateOf([result('sent', 'passed'), result('clean', 'pending', null)])).toBe('pending')
  })

  it('passes a task when all its checks passed', () => {
    expect(stateOf([result('sent', 'passed'), result('clean', 'passed')])).toBe('passed')
  })

  it('fails a task at its first failed check, even if it was solved before', () => {
    const results = [result('sent', 'failed'), result('clean', 'pending', null)]
    expect(stateOf(results, () => true)).toBe('failed')
  })

  it('lists failures by the time they were decided', () => {
    const [view] = taskViews(
      [task('close', ['sent', 'clean'])],
      [result('sent', 'failed', 90), result('clean', 'failed', 5)],
      never,
    )
    expect(view?.failures.map(({ checkId }) => checkId)).toEqual(['clean', 'sent'])
  })

  it('judges a task only by its own checks', () => {
    const views = taskViews(
      [task('open', ['opened']), task('close', ['closed'])],
      [result('opened', 'passed'), result('closed', 'failed')],
      never,
    )
    expect(views.map(({ state }) => state)).toEqual(['passed', 'failed'])
  })

  it('offers the hint that a failure names first', () => {
    const failed: CheckResult = {
      ...result('sent', 'failed'),
      explanation: { key: 'missing', params: {}, hint: 'second' },
    }
    const tasks = [task('close', ['sent'], ['first', 'second', 'third'])]
    expect(taskViews(tasks, [failed], never)[0]?.hints).toEqual(['second', 'first', 'third'])
    expect(taskViews(tasks, [result('sent', 'failed')], never)[0]?.hints[0]).toBe('first')
    expect(taskViews(tasks, [], never)[0]?.hints).toEqual(['first', 'second', 'third'])
  })
})
