import { describe, expect, it } from 'vitest'
import {
  send,
  message,
  print,
  at,
  judge,
  status,
  why,
  type CheckWithoutId,
} from '../testing/judge.ts'

describe('each', () => {
  it('wants every one to be so', () => {
    const json: CheckWithoutId = {
      type: 'each',
      of: { event: 'messageSent' },
      is: { data: { json: { type: 'chat' } } },
    }
    expect(status(json, [send('{"type":"chat"}')])).toBe('passed')
    expect(why(json, [send('{"type":"chat"}'), send('hello')])).toMatchObject({
      key: 'instead.field',
      params: { field: 'data', actual: 'hello' },
    })
    expect(why(json, [])).toMatchObject({ key: 'count.tooFew' })
    expect(status({ ...json, atLeast: 0 }, [])).toBe('passed')
  })

  it('wants every one to be followed, each by its own', () => {
    const answered: CheckWithoutId = {
      type: 'each',
      of: { event: 'messageSent', data: { capture: 'sent' } },
      followedBy: { event: 'eventFired', eventType: 'message', data: { sameAs: 'sent' } },
    }
    expect(status(answered, [send('a'), send('b'), message('b'), message('a')])).toBe('passed')
    expect(why(answered, [send('a'), send('a'), message('a')])).toMatchObject({
      key: 'each.unfollowed',
      seq: 1,
    })
    expect(status({ ...answered, within: 100 }, [send('a'), at(99, message('a'))])).toBe('passed')
    const late = judge({ ...answered, within: 100 }, [send('a'), at(150, print('tick'))])
    expect(late).toMatchObject({
      status: 'failed',
      decidedAt: 150,
      explanation: { key: 'each.late' },
    })
    expect(status({ ...answered, within: 100 }, [send('a')], 50)).not.toBe('failed')
    const quiet = judge({ ...answered, within: 100 }, [send('a')], 50, true)
    expect(quiet).toMatchObject({ status: 'failed', explanation: { key: 'each.late' } })
  })
})
