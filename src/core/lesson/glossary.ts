/** `lessons/glossary.yaml`: the terms that the course explains where a lesson first uses them. */
import { z } from 'zod'
import { identifier } from '../checks/check.ts'
import type { Locale } from '../locale/locale.ts'
import { textIn } from '../locale/locale.ts'
import {
  localisedListSchema,
  localisedPartSchema,
  localisedSchema,
} from '../locale/localised-schema.ts'
import type { TextProblem, WalkItem } from './walk.ts'

export const glossarySchema = z
  .array(
    z.strictObject({
      id: identifier,
      term: localisedSchema(z.string().min(1)),
      also: localisedListSchema(z.string().min(1))
        .optional()
        .describe('Other words for it, which have to be marked like the term.'),
      sortAs: localisedPartSchema(z.string().min(1))
        .exactOptional()
        .describe('What is read alike, for a term whose first character has several readings.'),
      isCode: z.literal(true).exactOptional().describe('The term is a name in code.'),
      isCommon: z
        .literal(true)
        .exactOptional()
        .describe('A word of every paragraph: a lesson may mark it, and need not.'),
      meaning: localisedSchema(z.string().min(1)).describe('One or two sentences.'),
    }),
  )
  .superRefine((terms, context) => {
    for (const [index, { id }] of terms.entries())
      if (terms.findIndex((term) => term.id === id) < index)
        context.addIssue({
          code: 'custom',
          path: [index, 'id'],
          message: `there is a ${id} already`,
        })
  })
export type GlossaryFile = z.infer<typeof glossarySchema>

/** The terms that a lesson marks, in its language, by their ids. */
export type MarkedTerms = Readonly<Record<string, TermNote>>

/** What the reader of a lesson is told of a term. */
export interface TermNote {
  readonly term: string
  readonly isCode?: true
  /** One or two sentences. */
  readonly meaning: string
}

/** The notes on the terms that a text marks. */
export function markedTerms(
  walk: readonly WalkItem[],
  glossary: GlossaryFile,
  locale: Locale,
): MarkedTerms {
  const marked = new Set(walk.flatMap((item) => (item.kind === 'term' ? [item.id] : [])))
  return Object.fromEntries(
    glossary
      .filter(({ id }) => marked.has(id))
      .map((entry) => [entry.id, noteOf(entry, locale)] as const),
  )
}

/** A term's note in one language. */
export function noteOf({ term, isCode, meaning }: GlossaryFile[number], locale: Locale): TermNote {
  return {
    term: textIn(term, locale),
    ...(isCode === true ? { isCode } : {}),
    meaning: textIn(meaning, locale),
  }
}

/** Stands for what is no prose: headings, code, the words of links. */
const NO_PROSE = '\u0000'

/**
 * Terms that are not marked where a lesson's prose first has them. A common word may be left
 * unmarked; headings, code and the words of links do not count. A longer term hides a shorter one
 * in it: a Close frame is no frame.
 */
export function problemsOfTerms(
  walk: readonly WalkItem[],
  glossary: GlossaryFile,
  locale: Locale,
): readonly TextProblem[] {
  const { prose, lineAt, marks } = readProse(walk)
  const problems: TextProblem[] = []
  const known = new Set(glossary.map(({ id }) => id))
  for (const [index, { id, line }] of marks.entries()) {
    if (!known.has(id))
      problems.push({ line, reason: `lessons/glossary.yaml has no term ${id}: add it there` })
    if (marks.findIndex((mark) => mark.id === id) < index)
      problems.push({ line, reason: `the term ${id} is marked above already: unmark it here` })
  }
  let text = prose
  for (const { id, form } of formsOf(glossary, locale)) {
    const [first, ...rest] = [...text.matchAll(form)]
    const mark = marks.find((candidate) => candidate.id === id)
    if (first !== undefined && (mark === undefined || first.index < mark.at)) {
      const words = first[0].replace(/\s+/g, ' ')
      if (!problems.some(({ reason }) => reason.includes(`](term:${id})`)))
        problems.push({
          line: lineAt(first.index),
          reason: `a term of the glossary, not marked where it first appears: [${words}](term:${id})`,
        })
    }
    for (const match of first === undefined ? [] : [first, ...rest])
      text =
        text.slice(0, match.index) +
        NO_PROSE.repeat(match[0].length) +
        text.slice(match.index + match[0].length)
  }
  return problems
}

/** The longest first. */
function formsOf(glossary: GlossaryFile, locale: Locale) {
  return glossary
    .filter(({ isCommon }) => isCommon !== true)
    .flatMap(({ id, term, also }) =>
      [textIn(term, locale), ...(also?.[locale] ?? [])].map((words) => ({ id, words })),
    )
    .sort((one, other) => other.words.length - one.words.length)
    .map(({ id, words }) => ({ id, form: formOf(words) }))
}

/** English words also in the plural and with hyphens; in other scripts words have no edges. */
function formOf(words: string): RegExp {
  const escaped = words
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '[\\s-]+')
    .replace(/y$/, '(?:y|ie)')
  return /^[\x20-\x7e]+$/.test(words)
    ? new RegExp(`(?<![\\p{L}\\p{N}-])${escaped}(?:e?s)?(?![\\p{L}\\p{N}-])`, 'giu')
    : new RegExp(escaped, 'gu')
}

function readProse(walk: readonly WalkItem[]) {
  let prose = ''
  const starts: { readonly at: number; readonly line: number }[] = []
  const marks: { readonly id: string; readonly line: number; readonly at: number }[] = []
  for (const item of walk)
    switch (item.kind) {
      case 'words':
        starts.push({ at: prose.length, line: item.line })
        prose += item.role === 'prose' ? item.text : NO_PROSE
        break
      case 'gap':
        prose += NO_PROSE
        break
      case 'term':
        marks.push({ id: item.id, line: item.line, at: prose.length })
        break
      default:
    }
  const lineAt = (index: number) => starts.findLast(({ at }) => at <= index)?.line ?? 1
  return { prose, lineAt, marks }
}
