import { describe, expect, it } from 'vitest'
import { taskViews, type LessonTask } from './task-states.ts'
import type { TaskState } from '../../core/checks/judge-tasks.ts'

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

const failed = (hint?: string): TaskState => ({
  kind: 'failed',
  world: 'lesson',
  failures: [
    {
      checkId: 'sent',
      explanation: { key: 'missing', params: {}, ...(hint === undefined ? {} : { hint }) },
    },
  ],
})
const tasks = [task('close', ['sent'], ['first', 'second', 'third'])]
const view = (state: TaskState, solved = false) =>
  taskViews(tasks, new Map([['close', state]]), () => solved)[0]

describe('taskViews', () => {
  it('has open tasks before a run, or solved ones if an earlier run solved them', () => {
    const open: TaskState = { kind: 'open', why: 'notRun' }
    expect([view(open)?.state, view(open, true)?.state]).toEqual(['open', 'solved'])
  })

  it('says what the latest run did, even with a task that was solved before', () => {
    expect(view({ kind: 'running' }, true)?.state).toBe('pending')
    expect(view({ kind: 'passed' })?.state).toBe('passed')
    expect(view(failed(), true)).toMatchObject({ state: 'failed', failures: [{ checkId: 'sent' }] })
  })

  it('offers the hint that a failure names first', () => {
    expect(view(failed('second'))?.hints).toEqual(['second', 'first', 'third'])
    expect(view(failed())?.hints[0]).toBe('first')
    expect(view({ kind: 'passed' })?.hints).toEqual(['first', 'second', 'third'])
  })
})
