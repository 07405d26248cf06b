import { describe, expect, it } from 'vitest'
import { asciiMessage, traceFrom, traceOf, type EventSketch } from '../trace/testing/sketch.ts'
import type { Check } from './check.ts'
import { createChecker } from './checker.ts'
import type { CheckResult } from './result.ts'
import { checkSchema } from './schema.ts'

const open: EventSketch = { type: 'eventFired', eventType: 'open', listeners: 1 }
const send = (text: string): EventSketch => ({ type: 'messageSent', ...asciiMessage(text) })
const message = (text: string): EventSketch => ({
  type: 'eventFired',
  eventType: 'message',
  listeners: 1,
  data: { kind: 'text', text },
})
const close = (code: number, wasClean: boolean): EventSketch => ({
  type: 'eventFired',
  eventType: 'close',
  listeners: 1,
  code,
  reason: '',
  wasClean,
})
const call = (
  method: string,
  more: Partial<EventSketch & { type: 'apiCall' }> = {},
): EventSketch => ({
  type: 'apiCall',
  api: 'WebSocket',
  method,
  arguments: [],
  ...more,
})
const print = (text: string): EventSketch => ({
  type: 'consoleMessage',
  level: 'log',
  arguments: [{ kind: 'string', text, length: text.length }],
})
const at = (time: number, sketch: EventSketch): EventSketch => ({ ...sketch, at: time })
const on = (connectionId: string, sketch: EventSketch): EventSketch =>
  ({ ...sketch, connectionId }) as EventSketch

type CheckWithoutId = Check extends infer C ? (C extends Check ? Omit<C, 'id'> : never) : never

/** The result of one check after a run; also proves that the schema accepts the check. */
function judge(check: CheckWithoutId, sketches: readonly EventSketch[], end = 10_000): CheckResult {
  const whole = checkSchema.parse({ id: 'it', ...check })
  const checker = createChecker([whole])
  for (const event of traceFrom(sketches)) checker.accept(event)
  checker.finish(end)
  const [result] = checker.results()
  if (result === undefined) throw new Error('no result')
  return result
}

const status = (...args: Parameters<typeof judge>) => judge(...args).status
const why = (...args: Parameters<typeof judge>) => judge(...args).explanation

const echo: CheckWithoutId = {
  type: 'sequence',
  steps: [
    { event: 'eventFired', eventType: 'open' },
    { event: 'messageSent', connection: 'same', data: { capture: 'sent' } },
    { event: 'eventFired', eventType: 'message', connection: 'same', data: { sameAs: 'sent' } },
  ],
}

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
  })
})

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

describe('prediction', () => {
  const check: CheckWithoutId = { type: 'prediction', question: 'first', answer: 'zero' }
  const answer = (text: string): EventSketch => ({
    type: 'prediction',
    question: 'first',
    answer: text,
  })

  it('wants an answer, and where it says so the right one', () => {
    expect(status(check, [answer('zero')])).toBe('passed')
    expect(why(check, [answer('one')])).toMatchObject({ key: 'prediction.wrong' })
    expect(why(check, [])).toMatchObject({ key: 'prediction.missing' })
    expect(status({ type: 'prediction', question: 'first' }, [answer('one')])).toBe('passed')
  })
})

describe('wire', () => {
  const frame = (opcode: number, provenance: 'observed' | 'reconstructed'): EventSketch => ({
    type: 'frameSent',
    provenance,
    frame: {
      fin: true,
      rsv1: false,
      rsv2: false,
      rsv3: false,
      opcode,
      masked: true,
      header: new Uint8Array(6),
      payload: new Uint8Array([0x03, 0xe8]),
    },
  })
  const check: CheckWithoutId = {
    type: 'wire',
    that: { type: 'count', of: { event: 'frameSent', opcode: 8, code: 1000 }, atLeast: 1 },
  }

  it('looks at observed frames', () => {
    expect(status(check, [open, frame(8, 'observed')])).toBe('passed')
    expect(status(check, [open, frame(1, 'observed')])).toBe('failed')
  })

  it('stays pending where nobody observes them, and says so', () => {
    expect(judge(check, [open, frame(8, 'reconstructed')])).toEqual({
      checkId: 'it',
      status: 'pending',
      decidedAt: null,
      explanation: { key: 'wire.unobserved', params: {} },
    })
  })

  it('fails where nothing ever connected', () => {
    expect(status(check, [])).toBe('failed')
  })
})

describe('mistakes', () => {
  const check: CheckWithoutId = {
    ...echo,
    hint: 'general',
    mistakes: [
      {
        id: 'too-early',
        seen: { event: 'apiCall', method: 'send', exception: 'InvalidStateError' },
        hint: 'inside-open',
      },
      { id: 'never-sent', absent: { event: 'apiCall', method: 'send' } },
      {
        id: 'closed',
        order: [
          { event: 'messageSent' },
          { event: 'apiCall', method: 'close', connection: 'same' },
        ],
        absent: { event: 'eventFired', eventType: 'message' },
      },
    ],
  }
  const exception = { name: 'InvalidStateError', message: 'Still in CONNECTING state.' }
  const source = { file: 'client.js', line: 4, column: 1 }

  it('names the first that was made, with what its own text may say', () => {
    const early = call('send', { readyState: 0, exception, source })
    expect(why(check, [at(2, early), at(80, open)])).toMatchObject({
      mistake: 'too-early',
      hint: 'inside-open',
      seq: 0,
      time: 2,
      line: 4,
      params: { time: 2, line: 4, readyState: 'CONNECTING', exception: 'InvalidStateError' },
    })
  })

  it('knows what is absent, and falls back to the hint of the check', () => {
    expect(why(check, [open])).toMatchObject({ mistake: 'never-sent', hint: 'general' })
  })

  it('knows an order, and that something did not come', () => {
    const closed = [open, call('send'), send('a'), at(80, call('close', { source }))]
    expect(why(check, closed)).toMatchObject({ mistake: 'closed', time: 80, line: 4 })
    const other = [...closed, message('x')]
    expect(why(check, other)?.mistake).toBeUndefined()
    expect(why(check, other)).toMatchObject({ key: 'instead.value', hint: 'general' })
  })

  it('says nothing of a mistake where the check passes', () => {
    const early = call('send', { readyState: 0, exception, source })
    expect(judge(check, [early, open, send('a'), message('a')]).explanation).toBeUndefined()
  })
})

describe('a checker', () => {
  it('decides ten checks over 100 000 events in a second or two', () => {
    const checks = Array.from({ length: 10 }, (_, index) =>
      checkSchema.parse({ id: `it-${index}`, ...echo }),
    )
    const checker = createChecker(checks)
    const events = traceFrom(
      Array.from({ length: 100_000 }, (_, index) => (index % 2 === 0 ? print('x') : message('y'))),
    )
    const start = performance.now()
    for (const event of events) checker.accept(event)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
