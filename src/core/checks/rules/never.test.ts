import { describe, expect, it } from 'vitest'
import { type EventSketch } from '../../trace/testing/sketch.ts'
import {
  close,
  call,
  at,
  judge,
  message,
  on,
  open,
  print,
  status,
  why,
  type CheckWithoutId,
} from '../testing/judge.ts'

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

  it('counts up to an event', () => {
    const until: CheckWithoutId = {
      type: 'never',
      of: { event: 'apiCall', method: 'send' },
      until: { event: 'eventFired', eventType: 'open' },
    }
    expect(judge(until, [at(80, open), call('send')])).toMatchObject({
      status: 'passed',
      decidedAt: 80,
    })
    expect(status(until, [call('send'), open])).toBe('failed')
  })

  it('counts between two events, each time anew', () => {
    const between: CheckWithoutId = {
      type: 'never',
      of: { event: 'consoleMessage', side: 'client' },
      after: { event: 'eventFired', eventType: 'open' },
      until: { event: 'eventFired', eventType: 'message', connection: 'same' },
    }
    const quiet = [print('a'), open, message('x'), print('b'), on('ws-2', open)]
    expect(status(between, [...quiet, on('ws-2', message('y')), print('c')])).toBe('passed')
    expect(status(between, [...quiet, message('x'), print('c')])).toBe('failed')
  })

  it('counts for a while after each event', () => {
    const soon: CheckWithoutId = {
      type: 'never',
      of: { event: 'created' },
      after: { event: 'eventFired', eventType: 'close' },
      within: 1000,
    }
    const created: EventSketch = { type: 'created', url: 'wss://a/', protocols: [] }
    const first = [at(0, created), at(10, close(1006, false)), at(1500, created)]
    expect(status(soon, first)).toBe('passed')
    expect(status(soon, [...first, at(2000, close(1006, false)), at(2500, created)])).toBe('failed')
  })

  describe('because of an event', () => {
    const check: CheckWithoutId = {
      type: 'never',
      of: { event: 'consoleMessage', side: 'client', text: { word: 'reconnect' } },
      causedBy: { event: 'eventFired', eventType: 'close', code: { not: 1006 } },
    }
    const by = (cause: number, sketch: EventSketch): EventSketch => ({ ...sketch, cause })
    const timer: EventSketch = { type: 'timerFired', kind: 'timeout', timerId: 1 }

    it('fails with what that event caused, at once or through others', () => {
      expect(status(check, [close(1000, true), by(0, print('reconnect'))])).toBe('failed')
      const later = [close(1000, true), by(0, timer), by(1, print('reconnect'))]
      expect(why(check, later)).toMatchObject({
        key: 'neverBecause',
        seq: 2,
        phrases: { why: { key: 'what.event', params: { name: 'close' } } },
      })
    })

    it('passes with what something else caused, or nothing that is known', () => {
      expect(status(check, [close(1006, false), by(0, print('reconnect'))])).toBe('passed')
      expect(status(check, [close(1000, true), print('reconnect')])).toBe('passed')
      expect(status(check, [open, by(0, print('reconnect'))])).toBe('passed')
    })

    it('asks the nearest event of the kind: the close before it led to all that came after', () => {
      const created: EventSketch = { type: 'created', url: 'wss://a/', protocols: [], cause: 0 }
      const lost = by(1, on('ws-2', close(1006, false)))
      const first = [close(1000, true), on('ws-2', created), lost]
      expect(status(check, [...first, by(2, print('reconnect'))])).toBe('passed')
    })

    it('remembers the latest ten thousand', () => {
      const many = Array.from({ length: 10_000 }, () => by(0, print('x')))
      const run = [close(1000, true), ...many]
      expect(status(check, [...run, by(1, print('reconnect'))])).toBe('failed')
      expect(status(check, [...run, by(0, print('reconnect'))])).toBe('passed')
    })
  })
})
