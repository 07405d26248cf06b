import { describe, expect, it } from 'vitest'
import { traceOf } from '../../trace/testing/sketch.ts'
import { createChecker } from '../checker.ts'
import { checkSchema } from '../check.ts'
import {
  open,
  send,
  message,
  close,
  call,
  print,
  at,
  on,
  judge,
  status,
  why,
  echo,
  type CheckWithoutId,
} from '../testing/judge.ts'

describe('sequence', () => {
  it('passes with its last step, whatever comes in between', () => {
    const result = judge(echo, [
      open,
      print('hi'),
      at(5, send('a')),
      at(90, message('a')),
      send('b'),
    ])
    expect(result).toEqual({ checkId: 'it', status: 'passed', decidedAt: 90 })
  })

  it('is pending until the run ends, then fails', () => {
    const checker = createChecker([checkSchema.parse({ id: 'it', ...echo })])
    for (const event of traceOf(open, send('a'))) checker.accept(event)
    const pending = checker.results()
    expect(pending).toEqual([{ checkId: 'it', status: 'pending', decidedAt: null }])
    expect(checker.results()).toBe(pending)
    checker.finish(700)
    expect(checker.results()).toMatchObject([{ status: 'failed', decidedAt: 700 }])
  })

  it('tries every way: an echo of the second message, or on the second connection', () => {
    expect(status(echo, [open, send('a'), send('b'), message('x'), message('b')])).toBe('passed')
    const two = [
      on('ws-1', open),
      on('ws-2', open),
      on('ws-2', send('a')),
      on('ws-2', message('a')),
    ]
    expect(status(echo, two)).toBe('passed')
  })

  it('does not take an echo from another connection', () => {
    const result = why(echo, [
      on('ws-1', open),
      on('ws-1', send('a')),
      at(7, on('ws-2', message('a'))),
    ])
    expect(result).toMatchObject({ key: 'instead.connection', seq: 2, time: 7 })
  })

  it('says which step never came, and after what', () => {
    expect(why(echo, [])).toEqual({
      key: 'missing',
      params: {},
      phrases: { expected: { key: 'what.event', params: { name: 'open' } } },
    })
    expect(why(echo, [at(123.64, open)])).toMatchObject({
      key: 'missingAfter',
      params: { time: 123.6 },
      phrases: { expected: { key: 'what.messageSent' }, before: { params: { name: 'open' } } },
      seq: 0,
    })
  })

  it('says that a step came too early', () => {
    const closed: CheckWithoutId = {
      type: 'sequence',
      steps: [
        { event: 'eventFired', eventType: 'message' },
        { event: 'apiCall', method: 'close' },
      ],
    }
    const source = { file: 'client.js', line: 12, column: 3 }
    expect(why(closed, [at(80, call('close', { source })), at(160, message('a'))])).toMatchObject({
      key: 'instead.early',
      params: { time: 80 },
      phrases: { expected: { key: 'what.call', params: { name: 'close' } } },
      line: 12,
    })
  })

  it('says what was different in the event that came', () => {
    expect(why(echo, [open, send('a'), at(9, message('b'))])).toMatchObject({
      key: 'instead.value',
      params: { field: 'data', actual: 'b', wanted: 'a', time: 9 },
      seq: 2,
    })
    const clean: CheckWithoutId = {
      type: 'sequence',
      steps: [{ event: 'eventFired', eventType: 'close', wasClean: true, code: { not: 1006 } }],
    }
    expect(why(clean, [close(1005, false)])).toMatchObject({
      key: 'instead.value',
      params: { field: 'wasClean', actual: 'false', wanted: 'true' },
    })
    expect(why(clean, [close(1006, true)])).toMatchObject({
      key: 'instead.field',
      params: { field: 'code', actual: '1006' },
    })
  })

  it('holds a step to its time', () => {
    const quick: CheckWithoutId = {
      type: 'sequence',
      steps: [{ event: 'messageSent' }, { event: 'eventFired', eventType: 'message', within: 100 }],
    }
    expect(status(quick, [send('a'), at(100, message('a'))])).toBe('passed')
    expect(why(quick, [send('a'), at(101, message('a'))])).toMatchObject({
      key: 'instead.late',
      params: { elapsed: 101, within: 100 },
    })
    // The second message is answered in time, though the first was not.
    expect(status(quick, [send('a'), at(500, send('b')), at(550, message('b'))])).toBe('passed')
  })

  it('stays bounded when a million things are captured', () => {
    const sketches = [open, ...Array.from({ length: 20_000 }, (_, index) => send(`m${index}`))]
    expect(status(echo, [...sketches, message('m19999')])).toBe('passed')
  })
})
