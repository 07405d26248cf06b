/** What a sample printed, below it. */
import { printedSegments } from '../../core/console/printed.ts'
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
  const { seq, side } = event
  const isServer = side === 'server'
  if (event.type === 'consoleMessage') {
    const { level } = event
    return { seq, isServer, level, text: textOf(printedSegments(event.arguments)) }
  }
  if (event.type !== 'uncaughtError') return null
  const { name, message } = event
  return { seq, isServer, level: 'error', text: name === '' ? message : `${name}: ${message}` }
}
