import { expect, it } from 'vitest'
import type {
  ConsoleMessage,
  TimerFired,
  TraceEvent,
  UncaughtError,
} from '../../core/trace/event.ts'
import { TraceLog } from '../../core/trace/log.ts'
import { ConsoleMessages, MAX_MESSAGES } from './console-messages.ts'

const common = (seq: number) =>
  ({ seq, time: seq, side: 'client', provenance: 'observed' }) as const
const message = (seq: number): ConsoleMessage => ({
  ...common(seq),
  type: 'consoleMessage',
  level: 'log',
  arguments: [],
})
const error = (seq: number): UncaughtError => ({
  ...common(seq),
  type: 'uncaughtError',
  kind: 'exception',
  name: 'Error',
  message: '',
})
const timer = (seq: number): TimerFired => ({
  ...common(seq),
  type: 'timerFired',
  timerId: 1,
  kind: 'timeout',
})

function messagesOf(log: TraceLog): ConsoleMessages {
  const messages = new ConsoleMessages(log)
  for (const event of log.slice()) messages.accept(event)
  return messages
}

function append(log: TraceLog, messages: ConsoleMessages, event: TraceEvent): void {
  log.append(event)
  messages.accept(event)
  messages.release(log.firstSeq)
}

it('lists console messages and uncaught errors, and nothing else', () => {
  const log = new TraceLog()
  for (const event of [message(0), timer(1), error(2), message(3)]) log.append(event)
  const messages = messagesOf(log)
  expect(messages.list(0, Infinity)).toEqual({ seqs: [0, 2, 3], omitted: 0 })
  expect(messages.get(2)?.type).toBe('uncaughtError')
  expect(messages.get(1)).toBeUndefined()
})

it('lists what the browser printed by itself', () => {
  const log = new TraceLog()
  log.append({
    ...common(0),
    type: 'logEntryAdded',
    connectionId: 'ws-1',
    entrySource: 'javascript',
    level: 'error',
    text: 'too late',
  })
  expect(messagesOf(log).list(0, Infinity).seqs).toEqual([0])
})

it('begins where it was cleared and ends at the playhead', () => {
  const log = new TraceLog()
  for (let seq = 0; seq < 6; seq += 1) log.append(message(seq))
  expect(messagesOf(log).list(2, 4)).toEqual({ seqs: [2, 3], omitted: 0 })
  expect(messagesOf(log).list(4, 2)).toEqual({ seqs: [], omitted: 0 })
})

it('lists the newest messages, and counts the older ones', () => {
  const log = new TraceLog()
  const messages = new ConsoleMessages(log)
  for (let seq = 0; seq < MAX_MESSAGES + 1; seq += 1) append(log, messages, message(seq))
  const { seqs, omitted } = messages.list(0, Infinity)
  expect(omitted).toBe(1000)
  expect(seqs[0]).toBe(1000)
  expect(seqs.at(-1)).toBe(MAX_MESSAGES)
})

it('begins at the same message until a thousand more have come', () => {
  const log = new TraceLog()
  const messages = new ConsoleMessages(log)
  const starts = new Set<number | undefined>()
  for (let seq = 0; seq < MAX_MESSAGES + 2500; seq += 1) {
    append(log, messages, message(seq))
    if (seq % 100 === 0) starts.add(messages.list(0, Infinity).seqs[0])
  }
  expect([...starts]).toEqual([0, 1000, 2000, 3000])
})

it('counts the messages that the log has released as not shown', () => {
  const log = new TraceLog({ events: 3000, bytes: Infinity })
  const messages = new ConsoleMessages(log)
  for (let seq = 0; seq < 10_000; seq += 1) {
    append(log, messages, message(seq))
  }
  const { seqs, omitted } = messages.list(0, Infinity)
  expect(seqs[0]).toBe(omitted)
  expect(omitted).toBeGreaterThanOrEqual(7000)
  expect(seqs.at(-1)).toBe(9999)
  expect(messages.list(9990, Infinity)).toEqual({
    seqs: Array.from({ length: 10 }, (_, index) => 9990 + index),
    omitted: 0,
  })
})
