/** What a reader meets in a lesson's text, one thing after the other: what its rules look at. */
import type { Locale } from '../locale/locale.ts'

/** Something to do or to look at. */
export const STOPS = [
  'run',
  'look',
  'try',
  'question',
  'task',
  'point',
  'cause',
  'figure',
  'more',
] as const
export type StopKind = (typeof STOPS)[number]

export type WalkItem =
  /** A piece of text on one line. `sameAs` the text after it, unless a `gap` is between them. */
  | {
      readonly kind: 'words'
      readonly role: WordsRole
      readonly text: string
      readonly line: number
    }
  /** The end of a paragraph, of an item, of a cell. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'section'; readonly id: string; readonly line: number }
  /** A term of the glossary, marked as one: its words come next, as a link's. */
  | { readonly kind: 'term'; readonly id: string; readonly line: number }
  /** A block begins, or a look is met. */
  | { readonly kind: 'stop'; readonly stop: StopKind; readonly id: string; readonly line: number }
  /** `---`: what comes next in the block is shown later. */
  | { readonly kind: 'after' }
  /** The block ends. Looks have no end. */
  | { readonly kind: 'end' }
  /** A block that is no stop. */
  | { readonly kind: 'aside'; readonly aside: AsideKind; readonly line: number }
  | { readonly kind: 'fence'; readonly text: string; readonly line: number }

export type AsideKind = 'note' | 'mistake' | 'recap' | 'earlier'

export type WordsRole = 'prose' | 'heading' | 'link' | 'code'

/** A problem of a text: of its `line`, or of something missing (null). */
export interface TextProblem {
  readonly line: number | null
  readonly reason: string
}

/** How much may be read at a stretch; counted by `count-words.ts`. */
export interface Pace {
  /** Before the first run, try or question. */
  readonly beforeFirst: number
  readonly betweenStops: number
  /** What is counted, for messages. */
  readonly unit: string
  readonly perMinute: number
}

const PACES: Readonly<Record<Locale, Pace>> = {
  en: { beforeFirst: 80, betweenStops: 120, unit: 'words', perMinute: 200 },
  'zh-CN': { beforeFirst: 140, betweenStops: 200, unit: 'characters', perMinute: 350 },
}

export function paceOf(locale: Locale): Pace {
  return PACES[locale]
}
