import { describe, expect, it } from 'vitest'
import { asciiMessage, traceFrom, type EventSketch } from '../trace/testing/sketch.ts'
import { INVARIANTS, RULES, type InvariantName } from './invariants.ts'

const got = (text: string, at = 0): EventSketch => ({
  type: 'messageReceived',
  side: 'server',
  ...asciiMessage(text),
  at,
})
const said = (text: string): EventSketch => ({
  type: 'consoleMessage',
  level: 'log',
  arguments: [{ kind: 'string', text, length: text.length }],
})
const on = (connectionId: string, sketch: EventSketch): EventSketch =>
  // Only events of connections are put on one here.
  ({ ...sketch, connectionId }) as EventSketch
const created: EventSketch = { type: 'created', url: 'ws://a', protocols: [] }
const closing: EventSketch = { type: 'readyStateChanged', from: 1, to: 2 }
const send = (readyState: 0 | 1 | 2 | 3): EventSketch => ({
  type: 'apiCall',
  api: 'WebSocket',
  method: 'send',
  arguments: [],
  readyState,
})
const thrown: EventSketch = { type: 'uncaughtError', kind: 'exception', name: 'E', message: '' }

const runOf = (sketches: readonly EventSketch[]) => ({
  events: traceFrom(sketches),
  end: 1_000,
  isIdle: true,
  until: 500,
})
const breach = (
  name: InvariantName,
  run: readonly EventSketch[],
  plain: readonly EventSketch[] = [got('a'), got('b'), said('x')],
) => RULES[name](runOf(run), runOf(plain))

describe('what holds in the plain run', () => {
  it.each(INVARIANTS)('%s', (name) => {
    expect(breach(name, [got('a'), got('b'), said('x')])).toBeNull()
  })
})

it('a message that never comes has not arrived', () => {
  expect(breach('every-message-arrives', [got('a'), got('a')])).toEqual({ what: 'b' })
  expect(breach('every-message-arrives', [got('b'), got('a'), got('a')])).toBeNull()
})

it('a message that comes again has not arrived once', () => {
  expect(breach('every-message-arrives-once', [got('a'), got('a'), got('b')])).toEqual({
    seq: 1,
    what: 'a',
  })
})

it('what comes again and again in the plain run is a heartbeat, and may be missing', () => {
  const beats = [got('beat'), got('beat')]
  expect(breach('every-message-arrives-once', [got('beat')], beats)).toBeNull()
})

it('what comes late in the plain run has no time to come later still', () => {
  expect(breach('every-message-arrives', [], [got('late', 600)])).toBeNull()
})

it('messages keep the order of the plain run, and one that is missing is no matter', () => {
  expect(breach('messages-arrive-in-order', [got('b'), got('a')])).toEqual({ seq: 1, what: 'a' })
  expect(breach('messages-arrive-in-order', [got('b')])).toBeNull()
})

it('a line is shown once', () => {
  expect(breach('every-line-is-shown-once', [said('x'), said('x')])).toEqual({ seq: 1, what: 'x' })
  expect(breach('every-line-is-shown-once', [])).toEqual({ what: 'x' })
})

it('a second socket may come when the first is closing', () => {
  const [first, second] = [on('ws-1', created), on('ws-2', created)]
  expect(breach('one-live-socket', [first, second])).toEqual({ seq: 1 })
  expect(breach('one-live-socket', [first, on('ws-1', closing), second])).toBeNull()
})

it('send() in CLOSING and CLOSED is swallowed; in CONNECTING it throws', () => {
  expect(breach('no-send-after-close', [send(0), send(1)])).toBeNull()
  expect(breach('no-send-after-close', [send(2)])).toEqual({ seq: 0 })
  expect(breach('no-send-after-close', [send(3)])).toEqual({ seq: 0 })
})

it('an error of the server program is not the reader’s', () => {
  expect(breach('no-uncaught-error', [{ ...thrown, side: 'server' }])).toBeNull()
  expect(breach('no-uncaught-error', [thrown])).toEqual({ seq: 0 })
})
