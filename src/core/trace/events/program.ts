/** What the program prints and throws, and what the browser prints about it by itself. */
import { previewConsole, previewText } from '../describe/preview.ts'
import { MAX_TEXT, MAX_VALUES } from '../event-limits.ts'
import { remoteValue, sizeOfValues } from '../remote-value.ts'
import { list, oneOf, optional, text, type Infer } from '../shape.ts'
import { ofBody, withoutValues } from './body.ts'
import { connectionEvent, placeOf, runEvent } from './event-base.ts'
import { say, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'

const consoleMessage = runEvent('consoleMessage', {
  level: oneOf('log', 'info', 'warn', 'error', 'debug'),
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
})
export type UncaughtError = Infer<typeof uncaughtError>

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

export type ProgramEvent = ConsoleMessage | UncaughtError | LogEntryAdded

export interface ProgramReaders {
  readonly consoleMessage: 'wire' | 'phrase'
  readonly uncaughtError: 'wire' | 'phrase'
  readonly logEntryAdded: never
}

export const programTraits: TraitsOf<ProgramEvent> = {
  consoleMessage: {
    shape: consoleMessage,
    fields: {
      level: field.string('`log`, `info`, `warn`, `error` or `debug`.', (e) => e.level),
      text: field.string(
        'What was printed, on one line.',
        ofBody((e) => previewConsole(e.arguments, 4096)),
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
    size: (e) => 2 * e.message.length,
    variant: placeOf,
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

export const programLooks: LooksOf<ProgramEvent> = {
  consoleMessage: {
    group: 'console',
    lane: 'program',
    tone: (e) => (e.level === 'error' ? 'bad' : 'plain'),
    name: (e) => e.dialog ?? `console.${e.level}`,
    label: (e) => `› ${previewConsole(e.arguments, 60)}`,
    sentence: (e) =>
      say('console', { method: e.dialog ?? `console.${e.level}` }, previewConsole(e.arguments)),
  },
  uncaughtError: {
    group: 'errors',
    lane: 'program',
    tone: 'bad',
    isMarked: () => true,
    name: (e) => e.name,
    sentence: (e) => say(`uncaught.${e.kind}`, { name: e.name }, previewText(e.message, 120)),
  },
  logEntryAdded: {
    group: 'console',
    lane: 'browser',
    tone: (e) => (e.level === 'error' ? 'bad' : 'plain'),
    name: () => 'console',
    sentence: (e) => say('browserPrinted', {}, previewText(e.text, 300)),
  },
}
