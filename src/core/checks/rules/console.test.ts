import { describe, expect, it } from 'vitest'
import { print, at, status, why, type CheckWithoutId } from '../testing/judge.ts'

describe('console', () => {
  const check: CheckWithoutId = {
    type: 'console',
    lines: ['0 CONNECTING', { matches: '\\bopen\\b' }],
  }

  it('wants the lines in order', () => {
    expect(status(check, [print('0 CONNECTING'), print('x'), print('now OPEN')])).toBe('passed')
    expect(why(check, [print('now OPEN'), at(5, print('0 CONNECTING'))])).toMatchObject({
      key: 'console.otherLine',
      params: { number: 2, printed: '0 CONNECTING' },
      seq: 1,
    })
    expect(why(check, [])).toMatchObject({
      key: 'console.nothingText',
      params: { wanted: '0 CONNECTING' },
    })
  })
})
