import type { Recorder } from '../../core/trace/event.ts'
import { baseOf } from '../recording/event-base.ts'

/** A line of nginx's error log, without its time. */
export interface LogLine {
  readonly level: 'error' | 'warn' | 'info'
  readonly text: string
  /** The line of the configuration that it is about. */
  readonly line: number | null
  /** The `seq` of the event that led to it. */
  readonly cause: number | undefined
}

const FILE = 'nginx.conf'

/** The lines are events of the trace: the console shows them. */
export function errorLog(recorder: Recorder): (line: LogLine) => number {
  return ({ level, text, line, cause }) => {
    const printed = `nginx: [${level}] ${text}`
    const source = line === null ? undefined : { file: FILE, line, column: 1 }
    return recorder.record({
      ...baseOf('server', cause, source),
      type: 'consoleMessage',
      level,
      arguments: [{ kind: 'string', text: printed, length: printed.length }],
    })
  }
}
