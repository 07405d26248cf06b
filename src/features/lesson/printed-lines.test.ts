import { expect, it } from 'vitest'
import { TraceLog } from '../../core/trace/log.ts'
import { traceFrom, type EventSketch } from '../../core/trace/testing/sketch.ts'
import { printedLines } from './printed-lines.ts'

const print = (text: string, more: Partial<EventSketch> = {}): EventSketch =>
  // Only the side differs.
  ({
    type: 'consoleMessage',
    level: 'log',
    arguments: [{ kind: 'string', text, length: text.length }],
    ...more,
  }) as EventSketch

function printedBy(...sketches: readonly EventSketch[]) {
  const log = new TraceLog()
  for (const event of traceFrom(sketches)) log.append(event)
  return printedLines(log)
}

it('shows lines and uncaught errors, and nothing else', () => {
  const { lines, omitted } = printedBy({ type: 'pageLifecycle', phase: 'load' }, print('before'), {
    type: 'uncaughtError',
    kind: 'exception',
    name: 'InvalidStateError',
    message: 'Still in CONNECTING state',
  })
  expect(lines.map(({ level, text }) => `${level} ${text}`)).toEqual([
    'log before',
    'error InvalidStateError: Still in CONNECTING state',
  ])
  expect(omitted).toBe(0)
})

it('says which lines the server printed', () => {
  const { lines } = printedBy(print('got it', { side: 'server' }))
  expect(lines).toMatchObject([{ by: 'server', text: 'got it' }])
})

it('shows what the browser prints by itself, and says so', () => {
  const { lines } = printedBy({
    type: 'logEntryAdded',
    entrySource: 'network',
    level: 'warning',
    text: 'closed early',
  })
  expect(lines).toMatchObject([{ by: 'browser', level: 'warn', text: 'closed early' }])
})

it('names the event of a line that is alone', () => {
  expect(printedBy(print('0')).only).toMatchObject({ type: 'consoleMessage' })
  expect(printedBy(print('0'), print('1')).only).toBeNull()
})

it('counts the lines that it leaves to the console', () => {
  const { lines, omitted } = printedBy(...Array.from({ length: 20 }, (_, line) => print(`${line}`)))
  expect([lines.length, omitted]).toEqual([12, 8])
})
