import { describe, expect, it } from 'vitest'
import type { CheckResult, Explanation } from '../core/checks/result.ts'
import type { WrongProgram } from '../core/lesson/lesson-plan.ts'
import { problemsOfTrial } from './lesson-trial.ts'

const passed: CheckResult = { checkId: 'a', status: 'passed', decidedAt: 1 }
const failed = (explanation: Partial<Explanation> = {}): CheckResult => ({
  checkId: 'a',
  status: 'failed',
  decidedAt: 1,
  explanation: { key: 'missing', params: {}, ...explanation },
})
const wrong: WrongProgram = { name: 'x', files: {}, check: 'a', mistake: 'early', hint: 'wait' }

describe('problemsOfTrial', () => {
  it('expects a solution to pass every check', () => {
    expect(problemsOfTrial({ kind: 'passes' }, [passed])).toEqual([])
    expect(problemsOfTrial({ kind: 'passes' }, [passed, failed()])).toHaveLength(1)
    const pending: CheckResult = { checkId: 'b', status: 'pending', decidedAt: null }
    expect(problemsOfTrial({ kind: 'passes' }, [pending])).toHaveLength(1)
  })

  it('expects a starter to fail', () => {
    expect(problemsOfTrial({ kind: 'fails' }, [passed, failed()])).toEqual([])
    expect(problemsOfTrial({ kind: 'fails' }, [passed])).toEqual(['no check failed'])
  })

  it('expects a wrong program to fail its check, with its mistake and its hint', () => {
    const judge = (result: CheckResult) => problemsOfTrial({ kind: 'failsOn', wrong }, [result])
    expect(judge(failed({ mistake: 'early', hint: 'wait' }))).toEqual([])
    expect(judge(passed)).toEqual(['a passed, it should fail'])
    expect(judge({ ...failed(), checkId: 'b' })).toEqual(['there is no check a'])
    expect(judge(failed({ hint: 'wait' }))).toEqual([
      'it was taken for the mistake of nobody, not early',
    ])
    expect(judge(failed({ mistake: 'early', hint: 'go' }))).toEqual([
      'it was offered the hint go, not wait',
    ])
  })
})
