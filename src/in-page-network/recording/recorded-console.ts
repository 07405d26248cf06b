import { copyValues } from '../../core/trace/copy-value.ts'
import type { ClientWorld } from '../client/client-world.ts'
import { baseOf } from './event-base.ts'

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const

/** A console of a client outside of a browser, whose lines are events. A server's is `nodeConsole`. */
export function recordedConsole({
  recorder,
  observer,
  cause,
}: Pick<ClientWorld, 'recorder' | 'observer' | 'cause'>): Console {
  const printed = Object.fromEntries(
    levels.map((level) => [
      level,
      (...args: unknown[]) => {
        recorder.record({
          ...baseOf('client', cause.current, observer.locate()),
          type: 'consoleMessage',
          level,
          arguments: copyValues(args),
        })
      },
    ]),
  )
  // The browser's own for the rest (`table`, `time`), which prints to the developer tools.
  return Object.assign(Object.create(globalThis.console) as Console, printed, {
    trace: printed['debug'],
  })
}
