/** A console call, an uncaught error or a line of the browser as the text of its line. */
import type { ConsoleMessage, LogEntryAdded, TraceEvent, UncaughtError } from '../trace/event.ts'
import type { RemoteValue } from '../trace/remote-value.ts'
import { plain, soft, textOf, type Segment } from './segment.ts'
import { valuePreview } from './value-preview.ts'

export type PrintedEvent = ConsoleMessage | UncaughtError | LogEntryAdded

/** Whether an event is a line of the console. */
export function isPrinted(event: TraceEvent): event is PrintedEvent {
  const { type } = event
  return type === 'consoleMessage' || type === 'uncaughtError' || type === 'logEntryAdded'
}

/** UTF-16 code units. A longer string is cut on its line, and whole below it. */
export const MAX_TEXT = 2000

const SPECIFIER = /%([sdifoOc%])/g

function isString(
  value: RemoteValue | undefined,
): value is Extract<RemoteValue, { kind: 'string' }> {
  return value?.kind === 'string'
}

/** A string that is printed itself is not quoted. */
function printed(value: RemoteValue): Segment[] {
  if (!isString(value)) return valuePreview(value)
  const shown = value.text.slice(0, MAX_TEXT)
  return shown.length < value.length ? [plain(shown), soft('…')] : [plain(shown)]
}

function asNumber(value: RemoteValue, whole: boolean): string {
  if (value.kind === 'bigint') return value.text
  const text = value.kind === 'number' || value.kind === 'string' ? value.text : 'NaN'
  return String(whole ? Number.parseInt(text, 10) : Number.parseFloat(text))
}

function substituted(specifier: string, value: RemoteValue): Segment[] {
  switch (specifier) {
    case 'd':
    case 'i':
      return [plain(asNumber(value, true))]
    case 'f':
      return [plain(asNumber(value, false))]
    case 'c':
      return []
    case 's':
      return isString(value) ? printed(value) : [plain(textOf(valuePreview(value)))]
    default:
      return valuePreview(value)
  }
}

/** The Console Standard's Formatter (§2.2), styles aside, then the rest with spaces between. */
export function printedSegments(values: readonly RemoteValue[]): Segment[] {
  const [first, ...rest] = values
  if (first === undefined) return []
  const segments: Segment[] = []
  let used = 0
  if (isString(first) && first.length <= MAX_TEXT) {
    let at = 0
    for (const found of first.text.matchAll(SPECIFIER)) {
      const specifier = found[1] ?? ''
      const value = rest[used]
      if (specifier !== '%' && value === undefined) break
      segments.push(plain(first.text.slice(at, found.index)))
      if (specifier === '%' || value === undefined) segments.push(plain('%'))
      else {
        segments.push(...substituted(specifier, value))
        used += 1
      }
      at = found.index + found[0].length
    }
    segments.push(plain(first.text.slice(at)))
  } else {
    segments.push(...printed(first))
  }
  for (const value of rest.slice(used)) segments.push(plain(' '), ...printed(value))
  return segments.filter((segment) => segment.text !== '')
}
