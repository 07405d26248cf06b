/** The page that the program runs in, and what its user does on it. */
import { previewText } from '../describe/preview.ts'
import { MAX_TEXT } from '../event-limits.ts'
import { oneOf, optional, record, text } from '../shape.ts'
import { base, type EventBase } from './event-base.ts'
import { say, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'

export interface PageLifecycle extends EventBase {
  readonly type: 'pageLifecycle'
  readonly phase: 'load' | 'visible' | 'hidden' | 'pagehide' | 'pageshow' | 'offline' | 'online'
}

/** What the user did to the program's page; replayed at its time when a run is repeated. */
export interface UserInput extends EventBase {
  readonly type: 'userInput'
  readonly kind: 'click' | 'type' | 'file' | 'answer'
  /** A CSS selector, or the dialog that was answered. */
  readonly target: string
  readonly value?: string
}

export type PageEvent = PageLifecycle | UserInput

export interface PageReaders {
  readonly pageLifecycle: 'wire'
  readonly userInput: 'wire'
}

export const pageTraits: TraitsOf<PageEvent> = {
  pageLifecycle: {
    shape: record<PageLifecycle>({
      ...base,
      type: oneOf('pageLifecycle'),
      phase: oneOf('load', 'visible', 'hidden', 'pagehide', 'pageshow', 'offline', 'online'),
    }),
    fields: { phase: field.string('`load`, `hidden`, `pagehide` …', (e) => e.phase) },
    seenBy: 'neither',
  },
  userInput: {
    shape: record<UserInput>({
      ...base,
      type: oneOf('userInput'),
      kind: oneOf('click', 'type', 'file', 'answer'),
      target: text(MAX_TEXT),
      value: optional(text(MAX_TEXT)),
    }),
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
