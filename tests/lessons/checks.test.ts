/** The checks of the lessons against traces made by hand: what a browser would record, and no more. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createChecker } from '../../src/core/checks/checker.ts'
import type { CheckResult } from '../../src/core/checks/result.ts'
import { checksOf } from '../../src/core/lesson/lesson.ts'
import { asciiMessage, traceFrom, type EventSketch } from '../../src/core/trace/testing/sketch.ts'
import { readCourse } from '../../scripts/course/read-course.ts'
import { readFigures } from '../../scripts/vite/figures.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { lessons } = readCourse(root, (code) => [code], await readFigures(root))

function results(slug: string, sketches: readonly EventSketch[]): readonly CheckResult[] {
  const lesson = lessons.get(slug)
  if (lesson === undefined) throw new Error(`there is no lesson ${slug}`)
  const checker = createChecker(checksOf(lesson.plan))
  for (const event of traceFrom(sketches)) checker.accept(event)
  checker.finish(10_000)
  return checker.results()
}

const verdicts = (slug: string, sketches: readonly EventSketch[]) =>
  results(slug, sketches).map(({ status }) => status)

const mistakes = (slug: string, sketches: readonly EventSketch[]) =>
  results(slug, sketches).map(({ explanation }) => explanation?.mistake)

const created: EventSketch = { type: 'created', url: 'wss://echo.websocket.org/', protocols: [] }
const state = (from: 0 | 1 | 2, to: 1 | 2 | 3): EventSketch => ({
  type: 'readyStateChanged',
  from,
  to,
})
const fired = (eventType: 'open' | 'error'): EventSketch => ({
  type: 'eventFired',
  eventType,
  listeners: 1,
})
const call = (method: string, exception?: string): EventSketch => ({
  type: 'apiCall',
  api: 'WebSocket',
  method,
  arguments: [],
  ...(exception === undefined ? {} : { exception: { name: exception, message: '' } }),
})
const sent: EventSketch = { type: 'messageSent', ...asciiMessage('Hello') }
const echo = (text: string): EventSketch => ({
  type: 'eventFired',
  eventType: 'message',
  listeners: 1,
  data: { kind: 'text', text },
})
const closed = (code: number, wasClean = true, reason = ''): EventSketch => ({
  type: 'eventFired',
  eventType: 'close',
  listeners: 1,
  code,
  reason,
  wasClean,
})
const print = (text: string): EventSketch => ({
  type: 'consoleMessage',
  level: 'log',
  arguments: [{ kind: 'string', text, length: text.length }],
})

describe('first-echo', () => {
  const until = [created, fired('open'), call('send'), sent]

  it.each([
    ['a bare close(), which is 1005', 1005],
    ['close(1000)', 1000],
    ['a code of the program’s own', 4000],
  ])('passes with %s', (_, code) => {
    const run = [...until, echo('Hello'), call('close'), closed(code)]
    expect(verdicts('first-echo', run)).toEqual(['passed', 'passed'])
  })

  it('passes when a server greets before it echoes', () => {
    const run = [created, fired('open'), echo('Welcome'), call('send'), sent, echo('Hello')]
    expect(verdicts('first-echo', [...run, call('close'), closed(1005)])).toEqual([
      'passed',
      'passed',
    ])
  })

  it('fails when the echo is another text, and says which', () => {
    const [first] = results('first-echo', [...until, echo('hello'), call('close'), closed(1005)])
    expect(first?.explanation).toMatchObject({
      key: 'instead.value',
      params: { actual: 'hello', wanted: 'Hello' },
    })
  })

  it('knows who sent too early, who sent nothing and who closed too early', () => {
    const early = [created, call('send', 'InvalidStateError'), fired('open')]
    expect(mistakes('first-echo', early)[0]).toBe('too-early')
    expect(mistakes('first-echo', [created, fired('open')])[0]).toBe('never-sent')
    const hasty = [...until, call('close'), closed(1005)]
    expect(mistakes('first-echo', hasty)[0]).toBe('closed-before-echo')
  })

  it('knows who never closed, and does not blame the program for a lost connection', () => {
    expect(mistakes('first-echo', [...until, echo('Hello')])).toEqual([undefined, 'never-closed'])
    const [, lost] = results('first-echo', [
      ...until,
      echo('Hello'),
      call('close'),
      closed(1006, false),
    ])
    expect(lost?.explanation).toMatchObject({
      key: 'instead.value',
      params: { field: 'wasClean', actual: 'false' },
    })
  })
})

describe('ready-state', () => {
  const run = (texts: readonly [string, string, string, string]) => [
    created,
    print(texts[0]),
    state(0, 1),
    fired('open'),
    print(texts[1]),
    call('close'),
    state(1, 2),
    print(texts[2]),
    state(2, 3),
    closed(1005),
    print(texts[3]),
  ]

  it.each<[readonly [string, string, string, string]]>([
    [['0 CONNECTING', '1 OPEN', '2 CLOSING', '3 CLOSED']],
    [['0', '1', '2', '3']],
    [['state: connecting', 'state: open', 'state: closing', 'state: closed']],
    [['{ state: 0 }', '{ state: 1 }', '{ state: 2 }', '{ state: 3 }']],
  ])('passes however the state is printed: %j', (texts) => {
    expect(verdicts('ready-state', run(texts))).toEqual(['passed', 'passed'])
  })

  it('fails for a state that was printed when it was over', () => {
    expect(mistakes('ready-state', run(['0', '0', '0', '0']))).toEqual([
      'old-value',
      'closing-not-printed',
    ])
    expect(verdicts('ready-state', run(['0', '1', '1', '3']))).toEqual(['passed', 'failed'])
  })

  it('knows who never closed', () => {
    const open = [created, print('0'), state(0, 1), fired('open'), print('1')]
    expect(mistakes('ready-state', open)).toEqual([undefined, 'never-closed'])
  })
})

/** A connection of its own in the trace. */
const on = (connectionId: string, sketch: EventSketch): EventSketch => ({ ...sketch, connectionId })
const say = (text: string): EventSketch => ({ type: 'messageSent', ...asciiMessage(text) })
const sendIn = (readyState: 0 | 1 | 2 | 3): EventSketch => ({
  type: 'apiCall',
  api: 'WebSocket',
  method: 'send',
  arguments: [],
  readyState,
})

describe('send-timing', () => {
  const opened = [created, state(0, 1), fired('open')]
  const three = ['first', 'second', 'third'].flatMap((text) => [sendIn(1), say(text)])
  const told = [state(1, 2), print('not sent: fourth')]

  it('passes whatever else is sent in between', () => {
    const run = [...opened, say('hello'), ...three, say('bye'), ...told]
    expect(new Set(verdicts('send-timing', run))).toEqual(new Set(['passed']))
  })

  it('fails for a send() while CONNECTING even where all three are sent later', () => {
    const run = [created, sendIn(0), state(0, 1), fired('open'), ...three, ...told]
    expect(verdicts('send-timing', run)).toEqual(['passed', 'failed', 'passed', 'passed', 'passed'])
  })

  it('knows another order, a second time and a message that was swallowed', () => {
    const reversed = [...opened, say('second'), say('first'), say('third'), ...told]
    expect(mistakes('send-timing', reversed)[0]).toBe('reversed')
    const again = [...opened, ...three, say('first'), ...told]
    expect(mistakes('send-timing', again)[2]).toBe('again')
    const late = [...opened, ...three, state(1, 2), sendIn(2)]
    expect(mistakes('send-timing', late).slice(3)).toEqual(['swallowed', 'silent'])
  })
})

describe('handshake', () => {
  const response = (headers: readonly (readonly [string, string])[]): EventSketch => ({
    type: 'handshakeResponseReceived',
    status: 101,
    statusText: 'Switching Protocols',
    byteLength: 129,
    headers,
  })
  const right = response([
    ['Upgrade', 'WebSocket'],
    ['Connection', 'keep-alive, Upgrade'],
    ['Sec-WebSocket-Accept', 'x'],
  ])
  const printed: EventSketch = { ...print('{ rfc: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= }'), side: 'server' }

  it('passes when two connections open, not when one does', () => {
    const first = [printed, right, on('ws-1', fired('open'))]
    expect(verdicts('handshake', [...first, on('ws-2', fired('open'))])).toEqual([
      'passed',
      'passed',
    ])
    expect(mistakes('handshake', [...first, on('ws-2', closed(1006, false))])[1]).toBe('one-only')
  })

  it('knows which header is missing', () => {
    const lost = closed(1006, false)
    const without = (name: string) =>
      response(
        [
          ['Upgrade', 'websocket'] as const,
          ['Connection', 'Upgrade'] as const,
          ['Sec-WebSocket-Accept', 'x'] as const,
        ].filter(([other]) => other !== name),
      )
    const mistakeOf = (event: EventSketch) => mistakes('handshake', [printed, event, lost])[1]
    expect(mistakeOf(without('Upgrade'))).toBe('no-upgrade')
    expect(mistakeOf(without('Connection'))).toBe('no-connection')
    expect(mistakeOf(without('Sec-WebSocket-Accept'))).toBe('no-accept')
    expect(mistakeOf(right)).toBe('wrong-accept')
  })
})

describe('closing', () => {
  const stay: EventSketch = { type: 'created', url: 'wss://x/stay', protocols: [] }
  const done = closed(1000, true, 'done')
  const rest = [
    on('ws-2', closed(1006, false)),
    print('reconnect'),
    on('ws-3', closed(4001)),
    print('Please log in.'),
  ]

  it('passes with or without an error event before a lost connection closes', () => {
    const run = (between: readonly EventSketch[]) => [stay, done, ...between, ...rest]
    for (const between of [[], [on('ws-2', fired('error'))]])
      expect(new Set(verdicts('closing', run(between)))).toEqual(new Set(['passed']))
  })

  it('fails who reconnects after an expired session or asks for a login too soon', () => {
    const retried = [stay, done, ...rest, print('reconnect')]
    expect(mistakes('closing', retried)).toContain('retried')
    expect(mistakes('closing', [stay, done, print('log in'), ...rest])).toContain('too-soon')
  })
})
