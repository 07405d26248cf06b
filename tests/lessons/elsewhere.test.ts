/** The checks of the lessons against what only other servers, networks and browsers do. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createChecker } from '../../src/core/checks/checker.ts'
import type { CheckResult } from '../../src/core/checks/result.ts'
import { checksOf } from '../../src/core/lesson/lesson-plan.ts'
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

const created: EventSketch = { type: 'created', url: 'wss://echo.websocket.org/', protocols: [] }
const fired = (eventType: 'open' | 'error'): EventSketch => ({
  type: 'eventFired',
  eventType,
  listeners: 1,
})
const call = (method: string, ...codes: readonly number[]): EventSketch => ({
  type: 'apiCall',
  api: 'WebSocket',
  method,
  arguments: codes.map((value) => ({ kind: 'number', text: String(value) })),
})
const sent: EventSketch = { type: 'messageSent', ...asciiMessage('Hi') }
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

describe('first-echo', () => {
  const until = [created, fired('open'), call('send'), sent]

  it('passes when a server greets before it echoes', () => {
    const run = [created, fired('open'), echo('Welcome'), call('send'), sent, echo('Hi')]
    expect(verdicts('first-echo', [...run, call('close', 1000), closed(1000)])).toEqual([
      'passed',
      'passed',
    ])
  })

  it('fails when the echo is another text, and says which', () => {
    const [first] = results('first-echo', [...until, echo('hi'), call('close'), closed(1005)])
    expect(first?.explanation).toMatchObject({
      key: 'instead.value',
      params: { actual: 'hi', wanted: 'Hi' },
    })
  })

  it('does not blame the program for a lost connection', () => {
    const run = [...until, echo('Hi'), call('close', 1000), closed(1006, false)]
    const [, lost] = results('first-echo', run)
    expect(lost?.explanation).toMatchObject({
      key: 'instead.value',
      params: { field: 'code', actual: '1006' },
    })
  })
})

describe('closing', () => {
  it('passes with or without an error event before a lost connection closes', () => {
    const on = (connectionId: string, sketch: EventSketch) => ({ ...sketch, connectionId })
    const opened = (path: string): EventSketch => ({
      type: 'created',
      url: `wss://x/${path}`,
      protocols: [],
    })
    const run = (between: readonly EventSketch[]): readonly EventSketch[] => [
      opened('stay'),
      on('ws-2', opened('drop')),
      call('close', 1000),
      closed(1000, true, 'done'),
      ...between,
      on('ws-2', closed(1006, false)),
      on('ws-3', closed(4001)),
      on('ws-4', opened('drop')),
    ]
    for (const between of [[], [on('ws-2', fired('error'))]])
      expect(new Set(verdicts('closing', run(between)))).toEqual(new Set(['passed']))
  })
})
