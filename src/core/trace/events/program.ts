/** What the program prints and throws, and what the browser prints about it by itself. */
import { previewConsole, previewText, previewValue } from '../describe/preview.ts'
import { MAX_TEXT, MAX_VALUES } from '../event-limits.ts'
import { remoteValue, sizeOfValues } from '../remote-value.ts'
import { boolean, list, oneOf, optional, text, type Infer } from '../shape.ts'
import { ofBody, withoutValues } from './body.ts'
import { connectionEvent, placeOf, runEvent } from './event-base.ts'
import { say, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'

const consoleMessage = runEvent('consoleMessage', {
  level: oneOf('log', 'info', 'warn', 'error', 'debug'),
  /** The method, where it does more than print at a level. */
  method: optional(
    oneOf(
      ...(['assert', 'clear', 'dir', 'dirxml', 'table', 'trace'] as const),
      ...(['group', 'groupCollapsed', 'groupEnd'] as const),
    ),
  ),
  /** Of `trace` and `assert` and of errors: where it was called, a call a line. */
  stack: optional(text(MAX_TEXT)),
  /** What printed it, where that was not a console method. */
  dialog: optional(oneOf('alert', 'confirm', 'prompt')),
  arguments: list(remoteValue, MAX_VALUES),
})
export type ConsoleMessage = Infer<typeof consoleMessage>
export type ConsoleLevel = ConsoleMessage['level']

const uncaughtError = runEvent('uncaughtError', {
  kind: oneOf('syntaxError', 'exception', 'unhandledRejection', 'endlessLoop'),
  name: text(MAX_TEXT),
  message: text(MAX_TEXT),
  /** What was thrown. */
  value: optional(remoteValue),
})
export type UncaughtError = Infer<typeof uncaughtError>

const evaluated = runEvent('evaluated', {
  value: remoteValue,
  /** The value was thrown. */
  threw: boolean,
})
/** What came of a text that was typed into the console's line: its cause is that input. */
export type Evaluated = Infer<typeof evaluated>

const logEntryAdded = connectionEvent('logEntryAdded', {
  /** What made the browser speak: a connection that failed, or a call. */
  entrySource: oneOf('network', 'javascript'),
  level: oneOf('warning', 'error'),
  text: text(MAX_TEXT),
})
/**
 * The browser printed a line to the console by itself. The program neither printed it nor can read
 * it, so only the built-in endpoint has such events, in Chromium's words.
 */
export type LogEntryAdded = Infer<typeof logEntryAdded>

export type ProgramEvent = ConsoleMessage | UncaughtError | Evaluated | LogEntryAdded

/** What a call prints, on one line. */
function textOf({ method, arguments: values }: ConsoleMessage, max?: number): string {
  const text = previewConsole(values, max)
  return method === 'assert' ? `Assertion failed: ${text}` : text
}

export interface ProgramReaders {
  readonly consoleMessage: 'wire' | 'phrase'
  readonly uncaughtError: 'wire' | 'phrase'
  readonly evaluated: never
  readonly logEntryAdded: never
}

export const programTraits: TraitsOf<ProgramEvent> = {
  consoleMessage: {
    shape: consoleMessage,
    fields: {
      level: field.string('`log`, `info`, `warn`, `error` or `debug`.', (e) => e.level),
      text: field.string(
        'What was printed, on one line.',
        ofBody((e) => textOf(e, 4096)),
      ),
      dialog: field.string('`alert`, `confirm` or `prompt`.', (e) => e.dialog),
    },
    seenBy: 'both',
    size: (e) => sizeOfValues(e.arguments),
    withoutBody: (e) => withoutValues(e, sizeOfValues(e.arguments)),
    variant: placeOf,
  },
  uncaughtError: {
    shape: uncaughtError,
    fields: {
      kind: field.string(
        '`syntaxError`, `exception`, `unhandledRejection` or `endlessLoop`.',
        (e) => e.kind,
      ),
      name: field.string('For example `TypeError`.', (e) => e.name),
      message: field.string('Its message.', (e) => e.message),
    },
    seenBy: 'both',
    size: (e) => 2 * e.message.length + (e.value === undefined ? 0 : sizeOfValues([e.value])),
    variant: placeOf,
  },
  evaluated: {
    shape: evaluated,
    fields: {
      text: field.string('The value, on one line.', (e) => previewValue(e.value, 4096)),
      threw: field.boolean('Whether it was thrown.', (e) => e.threw),
    },
    seenBy: 'both',
    size: (e) => sizeOfValues([e.value]),
  },
  logEntryAdded: {
    shape: logEntryAdded,
    fields: {
      entrySource: field.string('`network` or `javascript`.', (e) => e.entrySource),
      level: field.string('`warning` or `error`.', (e) => e.level),
      text: field.string('What the browser printed.', (e) => e.text),
    },
    seenBy: 'neither',
    size: (e) => 2 * e.text.length,
    variant: (e) => e.entrySource,
  },
}

/** What is no error has no name. */
const uncaughtName = ({ name, value }: UncaughtError): string =>
  name === '' && value !== undefined ? `Uncaught ${previewValue(value, 40)}` : name

export const programLooks: LooksOf<ProgramEvent> = {
  consoleMessage: {
    group: 'console',
    lane: 'program',
    tone: (e) => (e.level === 'error' ? 'bad' : 'plain'),
    name: (e) => e.dialog ?? `console.${e.level}`,
    label: (e) => `› ${textOf(e, 60)}`,
    sentence: (e) => say('console', { method: e.dialog ?? `console.${e.level}` }, textOf(e)),
  },
  uncaughtError: {
    group: 'errors',
    lane: 'program',
    tone: 'bad',
    isMarked: () => true,
    name: uncaughtName,
    sentence: (e) =>
      say(`uncaught.${e.kind}`, { name: uncaughtName(e) }, previewText(e.message, 120)),
  },
  evaluated: {
    group: 'console',
    lane: 'program',
    tone: (e) => (e.threw ? 'bad' : 'plain'),
    name: () => 'result',
    label: (e) => `‹ ${previewValue(e.value, 60)}`,
    sentence: (e) =>
      say(e.threw ? 'evaluated.threw' : 'evaluated.value', {}, previewValue(e.value, 120)),
  },
  logEntryAdded: {
    group: 'console',
    lane: 'browser',
    tone: (e) => (e.level === 'error' ? 'bad' : 'plain'),
    name: () => 'console',
    sentence: (e) => say('browserPrinted', {}, previewText(e.text, 300)),
  },
}
