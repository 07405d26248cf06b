import { describe, expect, it } from 'vitest'
import { type EventSketch } from '../../trace/testing/sketch.ts'
import { open, send, close, at, on, status, why, type CheckWithoutId } from '../testing/judge.ts'

describe('bound', () => {
  const buffered = (bufferedAmount: number): EventSketch => ({
    type: 'bufferedAmountChanged',
    bufferedAmount,
  })

  it('holds bufferedAmount', () => {
    const check: CheckWithoutId = {
      type: 'bound',
      measure: { kind: 'bufferedAmount' },
      atMost: 100,
    }
    expect(status(check, [buffered(100), buffered(0)])).toBe('passed')
    expect(why(check, [buffered(100), at(7, buffered(101))])).toMatchObject({
      key: 'bound.bufferedAmount.above',
      params: { value: 101, limit: 100, time: 7 },
    })
    const least = { ...check, atMost: 1000, atLeast: 50 }
    expect(why(least, [buffered(49)])?.key).toBe('bound.bufferedAmount.below')
    expect(status(least, [buffered(60), buffered(0)])).toBe('passed')
  })

  it('counts the sockets that live at once', () => {
    const check: CheckWithoutId = { type: 'bound', measure: { kind: 'liveSockets' }, atMost: 1 }
    const created = (id: string): EventSketch =>
      on(id, { type: 'created', url: 'wss://a/', protocols: [] })
    const closing = (id: string): EventSketch =>
      on(id, { type: 'readyStateChanged', from: 1, to: 2 })
    expect(status(check, [created('ws-1'), closing('ws-1'), created('ws-2')])).toBe('passed')
    expect(why(check, [created('ws-1'), created('ws-2')])?.params).toMatchObject({ value: 2 })
  })

  it('measures gaps, also to the end of the run', () => {
    const check: CheckWithoutId = {
      type: 'bound',
      measure: {
        kind: 'gap',
        of: { event: 'messageSent' },
        since: { event: 'eventFired', eventType: 'open' },
        toEnd: true,
      },
      atMost: 60,
    }
    const beats = [at(10, open), at(60, send('a')), at(120, send('b'))]
    expect(status(check, beats, 180)).toBe('passed')
    expect(why(check, beats, 181)).toMatchObject({ key: 'bound.gap.above', params: { value: 61 } })
    expect(why(check, [at(10, open), at(71, send('a'))], 80)?.params).toMatchObject({ value: 61 })
    expect(why(check, [])).toMatchObject({ key: 'missing' })
  })

  it('measures delays, and one that never ends to the end of the run', () => {
    const check: CheckWithoutId = {
      type: 'bound',
      measure: {
        kind: 'delay',
        from: { event: 'eventFired', eventType: 'close' },
        to: { event: 'created' },
      },
      atLeast: 100,
      atMost: 200,
    }
    const created: EventSketch = { type: 'created', url: 'wss://a/', protocols: [] }
    expect(status(check, [close(1006, false), at(150, created)])).toBe('passed')
    expect(why(check, [close(1006, false), at(50, created)])?.key).toBe('bound.delay.below')
    expect(why(check, [close(1006, false)], 500)).toMatchObject({
      key: 'bound.delay.above',
      params: { value: 500 },
    })
  })
})
