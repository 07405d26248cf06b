import { describe, expect, it } from 'vitest'
import { type EventSketch } from '../../trace/testing/sketch.ts'
import { close, call, at, judge, status, type CheckWithoutId } from '../testing/judge.ts'

describe('never', () => {
  const check: CheckWithoutId = {
    type: 'never',
    of: { event: 'apiCall', method: 'send', readyState: { not: 1 } },
  }

  it('fails at once, and passes only at the end', () => {
    expect(judge(check, [call('send', { readyState: 1 })])).toMatchObject({
      status: 'passed',
      decidedAt: 10_000,
    })
    expect(judge(check, [at(4, call('send', { readyState: 0 }))])).toMatchObject({
      status: 'failed',
      decidedAt: 4,
      explanation: { key: 'never', seq: 0, phrases: { what: { params: { name: 'send' } } } },
    })
  })

  it('counts from its beginning on', () => {
    const after: CheckWithoutId = {
      type: 'never',
      of: { event: 'created' },
      after: { event: 'eventFired', eventType: 'close', code: 1000 },
    }
    const created: EventSketch = { type: 'created', url: 'wss://a/', protocols: [] }
    expect(status(after, [created, close(1006, false), created, close(1000, true)])).toBe('passed')
    expect(status(after, [created, close(1000, true), created])).toBe('failed')
  })
})
