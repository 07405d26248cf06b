/** A whole line as text, for the clipboard and the filter. */
import { consoleTable, tableText } from '../../core/console/console-table.ts'
import type { PrintedEvent } from '../../core/console/printed.ts'
import { textOf } from '../../core/console/segment.ts'
import { eventSegments, type Translate } from './line-segments.ts'
import { serverName } from './server-name.ts'

/** A table with its cells, and where `console.trace` was called. */
export function lineText(event: PrintedEvent, t: Translate): string {
  const line = textOf(eventSegments(event, t))
  if (event.type !== 'consoleMessage') return line
  const table = event.method === 'table' ? consoleTable(event.arguments) : null
  if (table !== null) return `${tableText(table)}\n${line}`
  return event.method === 'trace' && event.stack !== undefined ? `${line}\n${event.stack}` : line
}

/** All lines, those of a server marked. */
export function linesText(events: readonly PrintedEvent[], t: Translate): string {
  return events
    .map((event) => {
      const text = lineText(event, t)
      return event.side === 'server' ? `[${serverName(event, t)}] ${text}` : text
    })
    .join('\n')
}
