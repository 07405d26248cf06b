/** What a sample printed, below it. */
import { isPrinted, messageSegments } from '../../core/console/printed.ts'
import { textOf } from '../../core/console/segment.ts'
import type { TraceEvent } from '../../core/trace/event.ts'
import type { ReadableLog } from '../../core/trace/readable-log.ts'
import type { PrintedLine } from './lesson-walk.ts'

/** A sample that prints more is read in the console. */
const MAX_LINES = 12

export interface Printed {
  readonly lines: readonly PrintedLine[]
  /** How many more there are. */
  readonly omitted: number
  /** The event of the only line; null where there are several. */
  readonly only: TraceEvent | null
}

export function printedLines(log: ReadableLog): Printed {
  const lines: PrintedLine[] = []
  let only: TraceEvent | null = null
  let count = 0
  for (let seq = log.firstSeq; seq < log.nextSeq; seq += 1) {
    const event = log.get(seq)
    const line = event === undefined ? null : lineOf(event)
    if (event === undefined || line === null) continue
    count += 1
    only = count === 1 ? event : null
    if (lines.length < MAX_LINES) lines.push(line)
  }
  return { lines, omitted: count - lines.length, only }
}

function lineOf(event: TraceEvent): PrintedLine | null {
  if (!isPrinted(event)) return null
  const { seq, side: by } = event
  switch (event.type) {
    case 'consoleMessage':
      return { seq, by, level: event.level, text: textOf(messageSegments(event)) }
    case 'logEntryAdded': {
      const level = event.level === 'warning' ? 'warn' : 'error'
      return { seq, by: 'browser', level, text: event.text }
    }
    case 'uncaughtError': {
      const { name, message } = event
      return { seq, by, level: 'error', text: name === '' ? message : `${name}: ${message}` }
    }
    // The reader's, not the sample's.
    case 'evaluated':
    case 'userInput':
      return null
  }
}
