import { describe, expect, it } from 'vitest'
import { print, at, status, why, type CheckWithoutId } from '../testing/judge.ts'

describe('console', () => {
  const check: CheckWithoutId = {
    type: 'console',
    side: 'client',
    lines: ['0 CONNECTING', { matches: 'open$' }],
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

  it('wants them from the side that was asked', () => {
    const server = { ...check, side: 'server' } as const
    const lines = [print('0 CONNECTING'), print('open')]
    expect(status(server, lines)).toBe('failed')
    expect(
      status(
        server,
        lines.map((line) => ({ ...line, side: 'server' as const })),
      ),
    ).toBe('passed')
  })
})
