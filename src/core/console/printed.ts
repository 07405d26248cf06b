/** A console call, an uncaught error or a line of the browser as the text of its line. */
import type {
  ConsoleMessage,
  Evaluated,
  LogEntryAdded,
  TraceEvent,
  UncaughtError,
  UserInput,
} from '../trace/event.ts'
import type { RemoteValue } from '../trace/remote-value.ts'
import { assertNever } from '../trace/assert-never.ts'
import { consolePieces, numberText, type Specifier } from '../trace/describe/console-pieces.ts'
import { consoleStyle } from './console-style.ts'
import { plain, soft, type Segment } from './segment.ts'
import { descriptionOf, valuePreview } from './value-preview.ts'

/** A text that was typed into the console's line is an input with this kind. */
export type PrintedEvent = ConsoleMessage | UncaughtError | LogEntryAdded | Evaluated | UserInput

/** Whether an event is a line of the console. */
export function isPrinted(event: TraceEvent): event is PrintedEvent {
  if (event.type === 'consoleMessage') return event.method !== 'groupEnd'
  if (event.type === 'userInput') return event.kind === 'evaluate'
  return (
    event.type === 'uncaughtError' || event.type === 'logEntryAdded' || event.type === 'evaluated'
  )
}

/** UTF-16 code units. A longer string is cut on its line, and whole below it. */
export const MAX_TEXT = 2000

type StringValue = Extract<RemoteValue, { kind: 'string' }>

function isString(value: RemoteValue | undefined): value is StringValue {
  return value?.kind === 'string'
}

/** A value as an argument: a string that is printed itself is not quoted. */
function printedValue(value: RemoteValue): Segment[] {
  if (isString(value)) {
    const shown = value.text.slice(0, MAX_TEXT)
    return shown.length < value.length ? [plain(shown), soft('…')] : [plain(shown)]
  }
  const markup =
    value.kind === 'object' && value.subtype === 'node' ? value.properties[0] : undefined
  return isString(markup?.value) ? [plain(foldedMarkup(markup.value))] : valuePreview(value)
}

/** An element with elements in it is folded, as DevTools shows it first. */
function foldedMarkup({ text, length }: StringValue): string {
  const [, open, tag] = /^(<([\w-]+)[^>]*>)/u.exec(text) ?? []
  if (open === undefined || tag === undefined) return text.slice(0, MAX_TEXT)
  const inner = text.slice(open.length)
  if (length <= MAX_TEXT && !/^[^]*<(?!\/)/u.test(inner)) return text
  return `${open}…</${tag}>`
}

const argument = (value: RemoteValue) =>
  isString(value) ? valuePreview(value, MAX_TEXT) : printedValue(value)

function substituted(value: RemoteValue, as: Specifier | undefined): Segment[] {
  switch (as) {
    case 'd':
    case 'i':
    case 'f':
      return [plain(numberText(value, as))]
    case 's':
      return isString(value) ? printedValue(value) : [plain(descriptionOf(value))]
    case 'O':
      return isString(value) ? valuePreview(value) : [plain(descriptionOf(value))]
    case 'o':
      return valuePreview(value)
    case undefined:
      return printedValue(value)
    default:
      return assertNever(as)
  }
}

/**
 * Values as a console call prints them: its format specifiers are replaced.
 * @param beginsWithText whether strings are printed as they are; DevTools quotes those that follow
 *   another value
 */
export function printedSegments(
  values: readonly RemoteValue[],
  beginsWithText = isString(values[0]),
): Segment[] {
  const segments: Segment[] = []
  const segmentsOf = beginsWithText ? substituted : argument
  let style: Segment['style']
  for (const piece of consolePieces(values)) {
    if (piece.kind === 'style') {
      style = isString(piece.value) ? consoleStyle(piece.value.text) : undefined
      continue
    }
    const more = piece.kind === 'text' ? [plain(piece.text)] : segmentsOf(piece.value, piece.as)
    for (const segment of more)
      if (segment.text !== '') segments.push(style === undefined ? segment : { ...segment, style })
  }
  return segments
}

/** What a console call prints, by its method. Node has formatted what a server prints. */
export function messageSegments({ method, side, arguments: values }: ConsoleMessage): Segment[] {
  if (side === 'server') return values.flatMap(printedValue)
  const [first] = values
  switch (method) {
    case 'assert':
      return [plain('Assertion failed: '), ...printedSegments(values, true)]
    case 'dir':
      return first === undefined || isString(first)
        ? printedSegments(values)
        : [plain(descriptionOf(first))]
    default:
      return printedSegments(values)
  }
}

/** The value of what was typed into the console's line, as DevTools shows it. */
export function evaluatedSegments({ value, threw }: Evaluated): Segment[] {
  return threw ? [plain('Uncaught '), ...printedValue(value)] : valuePreview(value, MAX_TEXT)
}

/** The last line that Node prints before its process ends; a proxy is no process of Node. */
const NODE_ENDS = '\n\nNode.js v20.19.0'

/** What was thrown, in Chromium's words; of a server, in Node's. */
export function uncaughtSegments({ kind, name, message, value, side }: UncaughtError): Segment[] {
  const isNode = side === 'server' && kind !== 'endlessLoop' && name !== 'nginx'
  const isPlain = isNode && (value === undefined || value.kind === 'error')
  const inPromise = kind === 'unhandledRejection' && !isNode ? '(in promise) ' : ''
  const uncaught = plain(isPlain ? '' : `Uncaught ${inPromise}`)
  // A trace of an earlier version has the two texts only, and an error that is known by them.
  const told =
    value === undefined
      ? [plain(name === '' ? message : `${name}: ${message}`)]
      : printedValue(value)
  return [uncaught, ...told, plain(isNode ? NODE_ENDS : '')].filter(({ text }) => text !== '')
}
