/** The page that the program runs in, and what its user does on it. */
import { previewText } from '../describe/preview.ts'
import { MAX_TEXT } from '../event-limits.ts'
import { oneOf, optional, text, type Infer } from '../shape.ts'
import { runEvent } from './event-base.ts'
import { say, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'

const pageLifecycle = runEvent('pageLifecycle', {
  phase: oneOf('load', 'visible', 'hidden', 'pagehide', 'pageshow', 'offline', 'online'),
})
export type PageLifecycle = Infer<typeof pageLifecycle>

const userInput = runEvent('userInput', {
  kind: oneOf('click', 'type', 'file', 'answer'),
  /** A CSS selector, or the dialog that was answered. */
  target: text(MAX_TEXT),
  value: optional(text(MAX_TEXT)),
})
/** What the user did to the program's page; replayed at its time when a run is repeated. */
export type UserInput = Infer<typeof userInput>

export type PageEvent = PageLifecycle | UserInput

export interface PageReaders {
  readonly pageLifecycle: 'wire'
  readonly userInput: 'wire'
}

export const pageTraits: TraitsOf<PageEvent> = {
  pageLifecycle: {
    shape: pageLifecycle,
    fields: { phase: field.string('`load`, `hidden`, `pagehide` …', (e) => e.phase) },
    seenBy: 'neither',
  },
  userInput: {
    shape: userInput,
    fields: {
      kind: field.string('`click`, `type`, `file` or `answer`.', (e) => e.kind),
      target: field.string('A CSS selector.', (e) => e.target),
      value: field.string('What was typed.', (e) => e.value),
    },
    seenBy: 'both',
    size: (e) => 2 * (e.target.length + (e.value?.length ?? 0)),
  },
}

export const pageLooks: LooksOf<PageEvent> = {
  pageLifecycle: {
    group: 'events',
    lane: 'program',
    name: (e) => e.phase,
    sentence: (e) => say(`page.${e.phase}`),
  },
  userInput: {
    group: 'events',
    lane: 'program',
    name: (e) => `${e.kind} ${e.target}`,
    sentence: (e) =>
      say(
        `input.${e.kind}`,
        {},
        e.value === undefined ? e.target : `${e.target} “${previewText(e.value)}”`,
      ),
  },
}
