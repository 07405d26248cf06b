/** The page that the program runs in, and what its user does on it. */
import { previewText } from '../describe/preview.ts'
import { MAX_TEXT } from '../event-limits.ts'
import { oneOf, optional, text, type Infer } from '../shape.ts'
import { name, runEvent } from './event-base.ts'
import { say, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'

const pageLifecycle = runEvent('pageLifecycle', {
  phase: oneOf('load', 'visible', 'hidden', 'pagehide', 'pageshow', 'offline', 'online'),
  /** The origin of the page, where that isn't the page of `client.js`. */
  page: optional(text(MAX_TEXT)),
})
export type PageLifecycle = Infer<typeof pageLifecycle>

const userInput = runEvent('userInput', {
  kind: oneOf('click', 'type', 'file', 'answer', 'evaluate'),
  /** A CSS selector, the dialog that was answered, or `console`. */
  target: text(MAX_TEXT),
  value: optional(text(MAX_TEXT)),
})
/**
 * What the user did to the program's page, or typed into the console's line; replayed at its time when
 * a run is repeated.
 */
export type UserInput = Infer<typeof userInput>

const childNodeInserted = runEvent('childNodeInserted', {
  /** A CSS selector of the element that it was put into. */
  parent: text(MAX_TEXT),
  /** As the DOM names it: `li`, `#text`. */
  node: name,
  /** What a reader of the page sees: its `textContent`. */
  text: text(MAX_TEXT),
  /** Its `outerHTML`: whether a text was taken for markup shows here. */
  markup: text(MAX_TEXT),
  /** A live region that was there before got it: a screen reader says it by itself (WAI-ARIA 1.2). */
  live: optional(oneOf('polite', 'assertive')),
})
/** The program put something onto its page. */
export type ChildNodeInserted = Infer<typeof childNodeInserted>

export type PageEvent = PageLifecycle | UserInput | ChildNodeInserted

export interface PageReaders {
  readonly childNodeInserted: 'wire'
  readonly pageLifecycle: 'wire'
  readonly userInput: 'wire'
}

export const pageTraits: TraitsOf<PageEvent> = {
  pageLifecycle: {
    shape: pageLifecycle,
    fields: {
      phase: field.string('`load`, `hidden`, `pagehide` …', (e) => e.phase),
      page: field.string(
        'The origin of the page, where that isn’t the page of `client.js`.',
        (e) => e.page,
      ),
    },
    seenBy: 'neither',
  },
  userInput: {
    shape: userInput,
    fields: {
      kind: field.string('`click`, `type`, `file`, `answer` or `evaluate`.', (e) => e.kind),
      target: field.string('A CSS selector, a dialog or `console`.', (e) => e.target),
      value: field.string('What was typed.', (e) => e.value),
    },
    seenBy: 'both',
    size: (e) => 2 * (e.target.length + (e.value?.length ?? 0)),
  },
  childNodeInserted: {
    shape: childNodeInserted,
    fields: {
      parent: field.string('A CSS selector of the element that it was put into.', (e) => e.parent),
      node: field.string('`li`, `#text` …', (e) => e.node),
      text: field.string('Its `textContent`, which is what a user reads.', (e) => e.text),
      markup: field.string('Its `outerHTML`.', (e) => e.markup),
      live: field.string('How it is announced: `polite` or `assertive`.', (e) => e.live),
    },
    seenBy: 'both',
    size: (e) => 2 * (e.parent.length + e.text.length + e.markup.length),
  },
}

function targetAndValue({ target, value }: UserInput): string {
  return value === undefined ? target : `${target} “${previewText(value)}”`
}

export const pageLooks: LooksOf<PageEvent> = {
  pageLifecycle: {
    group: 'events',
    lane: 'program',
    name: (e) => e.phase,
    label: (e) => (e.page === undefined ? e.phase : `${e.phase} ${e.page}`),
    sentence: (e) => say(`page.${e.phase}`, {}, e.page ?? ''),
  },
  userInput: {
    group: 'events',
    lane: 'program',
    name: (e) => `${e.kind} ${e.target}`,
    label: (e) =>
      e.kind === 'evaluate' ? `› ${previewText(e.value ?? '', 60)}` : `${e.kind} ${e.target}`,
    sentence: (e) =>
      say(
        `input.${e.kind}`,
        {},
        e.kind === 'evaluate' ? previewText(e.value ?? '', 120) : targetAndValue(e),
      ),
  },
  childNodeInserted: {
    group: 'events',
    lane: 'program',
    name: (e) => e.node,
    label: (e) => `+ ${previewText(e.text, 60)}`,
    sentence: (e) =>
      say(
        `childNodeInserted.${e.live === undefined ? 'shown' : 'announced'}`,
        {},
        previewText(e.text, 120),
      ),
  },
}
