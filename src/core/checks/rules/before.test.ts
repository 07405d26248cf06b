import { describe, expect, it } from 'vitest'
import { open, call, at, on, judge, status, why, type CheckWithoutId } from '../testing/judge.ts'

describe('before', () => {
  const check: CheckWithoutId = {
    type: 'before',
    first: { event: 'eventFired', eventType: 'open' },
    then: { event: 'apiCall', method: 'send', connection: 'same' },
  }

  it('passes where every one has its first, and fails at once where one has not', () => {
    expect(status(check, [open, call('send'), call('send')])).toBe('passed')
    const result = judge(check, [at(3, call('send')), at(80, open), call('send')])
    expect(result).toMatchObject({ status: 'failed', decidedAt: 3, explanation: { key: 'before' } })
  })

  it('wants it on the same connection', () => {
    expect(status(check, [on('ws-1', open), on('ws-2', call('send'))])).toBe('failed')
    expect(status(check, [on('ws-1', open), on('ws-2', open), on('ws-2', call('send'))])).toBe(
      'passed',
    )
  })

  it('needs one at all, unless that is optional', () => {
    expect(why(check, [open])).toMatchObject({ key: 'missing' })
    expect(status({ ...check, optional: true }, [open])).toBe('passed')
  })
})
