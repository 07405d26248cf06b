import { describe, expect, it } from 'vitest'
import { traceOf } from '../core/trace/testing/sketch.ts'
import { problemOf, withProblems, type Problem } from './problem.ts'

describe('an uncaught error', () => {
  it('is a problem with its line and its message', () => {
    const [event] = traceOf({
      type: 'uncaughtError',
      kind: 'exception',
      name: 'TypeError',
      message: 'no',
      at: 12,
      source: { file: 'client.js', line: 3, column: 5 },
    })
    expect(event && problemOf(event)).toEqual({
      kind: 'exception',
      message: 'TypeError: no',
      time: 12,
      seq: 0,
      file: 'client.js',
      line: 3,
      column: 5,
    })
  })

  it('that is no Error has only a message', () => {
    const [event] = traceOf({ type: 'uncaughtError', kind: 'exception', name: '', message: 'x' })
    expect(event && problemOf(event)?.message).toBe('x')
  })
})

describe('a storm of problems', () => {
  const problem = (message: string, more: Partial<Problem> = {}): Problem => ({
    kind: 'exception',
    message,
    time: 0,
    ...more,
  })

  it('is one row for those that say the same, with their number', () => {
    const storm = Array.from({ length: 100_000 }, (_, time) => problem('no', { time }))
    expect(withProblems([problem('yes')], storm)).toEqual([
      problem('yes'),
      problem('no', { count: 100_000 }),
    ])
    expect(withProblems([problem('no', { line: 1 })], [problem('no', { line: 2 })])).toHaveLength(2)
  })

  it('that differ stays a short list, in which every problem is counted', () => {
    const storm = Array.from({ length: 10_000 }, (_, index) => problem(`no ${index}`))
    const other = problem('rejected', { kind: 'unhandledRejection' })
    const rows = withProblems(withProblems([], storm), [other])
    expect(rows.length).toBeLessThan(300)
    expect(rows.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(10_001)
    expect(rows.at(-1)).toEqual(other)
  })
})
