/** The glossary as a page shows it: every term once, under the letter that it begins with. */
import type { Locale } from '../locale/locale.ts'
import { noteOf, type GlossaryFile, type TermNote } from './glossary.ts'

/** In the order of the language. */
export type GlossaryIndex = readonly GlossaryLetter[]

export interface GlossaryLetter {
  /** `A` to `Z`; in Chinese, of the first syllable in pinyin. `#` for all else. */
  readonly letter: string
  readonly terms: readonly GlossaryTerm[]
}

export interface GlossaryTerm extends TermNote {
  readonly id: string
  /** Other words for it. */
  readonly also: readonly string[]
  /** The lessons that mark it, in the order of the course. */
  readonly lessons: readonly string[]
}

/** A lesson and the ids of the terms that it marks. */
export interface LessonTerms {
  readonly slug: string
  readonly terms: readonly string[]
}

/** @param lessons in the order of the course. */
export function glossaryIndex(
  locale: Locale,
  glossary: GlossaryFile,
  lessons: readonly LessonTerms[],
): GlossaryIndex {
  const collator = new Intl.Collator(locale)
  const byLetter = new Map<string, { readonly sortAs: string; readonly term: GlossaryTerm }[]>()
  for (const entry of glossary) {
    const { id, also } = entry
    const note = noteOf(entry, locale)
    const marking = lessons.filter(({ terms }) => terms.includes(id))
    const term = {
      id,
      ...note,
      also: also?.[locale] ?? [],
      lessons: marking.map(({ slug }) => slug),
    }
    const sortAs = entry.sortAs?.[locale] ?? note.term
    const letter = letterOf(sortAs)
    const found = byLetter.get(letter) ?? []
    byLetter.set(letter, [...found, { sortAs, term }])
  }
  return [...byLetter]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([letter, found]) => ({
      letter,
      terms: found
        .sort((one, other) => collator.compare(one.sortAs, other.sortAs))
        .map(({ term }) => term),
    }))
}

const PINYIN = new Intl.Collator('zh-u-co-pinyin')

/** The first character that pinyin sorts under each letter. No syllable begins with I, U or V. */
const FIRST_OF_LETTER = Object.entries({
  A: '阿',
  B: '八',
  C: '嚓',
  D: '哒',
  E: '妸',
  F: '发',
  G: '旮',
  H: '哈',
  J: '讥',
  K: '咔',
  L: '垃',
  M: '妈',
  N: '拏',
  O: '噢',
  P: '妑',
  Q: '七',
  R: '呥',
  S: '仨',
  T: '他',
  W: '穵',
  X: '夕',
  Y: '丫',
  Z: '帀',
})

function letterOf(term: string): string {
  const first = [...term][0] ?? ''
  if (/[a-z]/i.test(first)) return first.toUpperCase()
  if (!/\p{Script=Han}/u.test(first)) return '#'
  return FIRST_OF_LETTER.findLast(([, from]) => PINYIN.compare(from, first) <= 0)?.[0] ?? '#'
}
