import { describe, expect, it } from 'vitest'
import { send, at, judge, status, why } from '../testing/judge.ts'

describe('count', () => {
  const of = { event: 'messageSent' } as const

  it('passes when there are enough, fails when there are too many', () => {
    expect(judge({ type: 'count', of, atLeast: 2 }, [send('a'), at(8, send('b'))])).toMatchObject({
      status: 'passed',
      decidedAt: 8,
    })
    expect(why({ type: 'count', of, atLeast: 2 }, [send('a')])).toMatchObject({
      key: 'count.tooFew',
      params: { count: 1, atLeast: 2 },
    })
    expect(why({ type: 'count', of, atMost: 1 }, [send('a'), send('b')])).toMatchObject({
      key: 'count.tooMany',
      seq: 1,
    })
    expect(status({ type: 'count', of, atLeast: 1, atMost: 1 }, [send('a')])).toBe('passed')
  })
})
