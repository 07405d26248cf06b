/** Runs for tests of checks, and their verdicts. */
import { traceFrom, asciiMessage, type EventSketch } from '../../trace/testing/sketch.ts'
import { createChecker } from '../checker.ts'
import type { CheckResult } from '../result.ts'
import { checkSchema, type Check } from '../check.ts'

export const open: EventSketch = { type: 'eventFired', eventType: 'open', listeners: 1 }
export const send = (text: string): EventSketch => ({ type: 'messageSent', ...asciiMessage(text) })
export const message = (text: string): EventSketch => ({
  type: 'eventFired',
  eventType: 'message',
  listeners: 1,
  data: { kind: 'text', text },
})
export const close = (code: number, wasClean: boolean): EventSketch => ({
  type: 'eventFired',
  eventType: 'close',
  listeners: 1,
  code,
  reason: '',
  wasClean,
})
export const call = (
  method: string,
  more: Partial<EventSketch & { type: 'apiCall' }> = {},
): EventSketch => ({
  type: 'apiCall',
  api: 'WebSocket',
  method,
  arguments: [],
  ...more,
})
export const print = (text: string): EventSketch => ({
  type: 'consoleMessage',
  level: 'log',
  arguments: [{ kind: 'string', text, length: text.length }],
})
export const at = (time: number, sketch: EventSketch): EventSketch => ({ ...sketch, at: time })
/** The event on another connection than `ws-1`. */
export const on = (connectionId: string, sketch: EventSketch): EventSketch =>
  // Only events of connections are put on one here.
  ({ ...sketch, connectionId }) as EventSketch

/** A check whose id does not matter. */
export type CheckWithoutId = Check extends infer C
  ? C extends Check
    ? Omit<C, 'id'>
    : never
  : never

/** The result of one check after a run; also proves that the schema accepts the check. */
export function judge(
  check: CheckWithoutId,
  sketches: readonly EventSketch[],
  end = 10_000,
  isIdle = false,
): CheckResult {
  const whole = checkSchema.parse({ id: 'it', ...check })
  const checker = createChecker([whole])
  for (const event of traceFrom(sketches)) checker.accept(event)
  checker.finish(end, isIdle)
  const [result] = checker.results()
  if (result === undefined) throw new Error('no result')
  return result
}

export const status = (...args: Parameters<typeof judge>) => judge(...args).status
export const why = (...args: Parameters<typeof judge>) => judge(...args).explanation

/** The check of a first echo: what was sent comes back on the same connection. */
export const echo: CheckWithoutId = {
  type: 'sequence',
  steps: [
    { event: 'eventFired', eventType: 'open' },
    { event: 'messageSent', connection: 'same', data: { capture: 'sent' } },
    { event: 'eventFired', eventType: 'message', connection: 'same', data: { sameAs: 'sent' } },
  ],
}
