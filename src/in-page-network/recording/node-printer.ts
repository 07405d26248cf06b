import type { ConsoleLevel } from '../../core/trace/event.ts'
import type { ClientWorld } from '../client/client-world.ts'
import { baseOf } from './event-base.ts'

export type NodeConsoleWorld = Pick<ClientWorld, 'recorder' | 'observer' | 'cause'> & {
  /** Milliseconds of the run. */
  readonly now: () => number
  /** Whether the process still runs: what it prints after its end is not heard. */
  readonly isHeard: () => boolean
  /** What was written to the standard streams and is not a whole line yet. */
  readonly unfinished: { out: string; err: string }
}

/** Node's own limit of what it inspects is larger; a trace keeps a text of this length. */
const MAX_LINE = 10_000

/** Records texts that a server prints. */
export function printerOf({ recorder, observer, cause, isHeard, unfinished }: NodeConsoleWorld) {
  return (level: ConsoleLevel, line: string): void => {
    if (!isHeard()) return
    const stream = level === 'warn' || level === 'error' ? 'err' : 'out'
    const text = unfinished[stream] + line
    unfinished[stream] = ''
    recorder.record({
      ...baseOf('server', cause.current, observer.locate()),
      type: 'consoleMessage',
      level,
      arguments: [{ kind: 'string', text: text.slice(0, MAX_LINE), length: text.length }],
    })
  }
}
