/** The line of a place's text that shows why it was found. */
import { wordsOf } from './words.ts'

/** Between the cells of a table’s row, which is a paragraph. */
export const BETWEEN_CELLS = ' · '

/** A piece of a text; `isMatch` where it is what was looked for. */
export interface MarkedPiece {
  readonly text: string
  readonly isMatch: boolean
}
export type Marked = readonly MarkedPiece[]

/** @param matched words as the index has them. */
export function marked(text: string, matched: ReadonlySet<string>): Marked {
  const pieces: MarkedPiece[] = []
  let done = 0
  const add = (to: number, isMatch: boolean) => {
    if (to > done) pieces.push({ text: text.slice(done, to), isMatch })
    done = to
  }
  for (const { from, to } of rangesOf(text, matched)) {
    add(from, false)
    add(to, true)
  }
  add(text.length, false)
  return pieces
}

interface Range {
  readonly from: number
  readonly to: number
}

/** Where the words are; those that overlap or touch are one. */
function rangesOf(text: string, matched: ReadonlySet<string>): readonly Range[] {
  const found = wordsOf(text, 'text')
    .flatMap(({ word, from, to }) => {
      // Of two Chinese characters, the first may be all that was looked for.
      const [first = ''] = word
      if (matched.has(first)) return [{ from, to: from + first.length }]
      return matched.has(word) ? [{ from, to }] : []
    })
    .sort((one, other) => one.from - other.from)
  const ranges: Range[] = []
  for (const { from, to } of found) {
    const last = ranges.at(-1)
    if (last === undefined || from > last.to) ranges.push({ from, to })
    else ranges[ranges.length - 1] = { from: last.from, to: Math.max(to, last.to) }
  }
  return ranges
}

/** In Latin letters; a Chinese character is twice as wide. */
const MAX_WIDTH = 150
/** Less than this leaves room for what comes after. */
const SHORT = 60
const WIDE = /[\u2e80-\u9fff\uff00-\uffef]/

/** The end of a sentence, with the quotation marks and brackets after it. */
const SENTENCE = /.+?(?:[.!?](?=[\s”’)"])[”’)"]*|[。！？][”’）]*|$)/gsu

/**
 * The sentence that says most of what was looked for, and what fits of those after it.
 * @param weights of the words that were looked for, as the index has them.
 */
export function contextOf(text: string, weights: ReadonlyMap<string, number>): Marked {
  const matched = new Set(weights.keys())
  const paragraphs = text.split('\n')
  const sentences = paragraphs.flatMap((paragraph, at) =>
    [...paragraph.matchAll(SENTENCE)].map(({ 0: sentence }) => ({ at, sentence: sentence.trim() })),
  )
  const sums = sentences.map(({ sentence }) => weightOf(sentence, weights))
  const best = Math.max(0, sums.indexOf(Math.max(...sums)))
  let line = ''
  for (const { at, sentence } of sentences.slice(best)) {
    const isSameParagraph = at === sentences[best]?.at
    // Another paragraph is about something else, unless there is hardly anything yet.
    if (!isSameParagraph && (widthOf(line) > SHORT || line.includes(BETWEEN_CELLS))) break
    const isClose = isSameParagraph && WIDE.test(line.at(-1) ?? ' ')
    const longer = isClose ? line + sentence : `${line} ${sentence}`.trim()
    if (line !== '' && widthOf(longer) > MAX_WIDTH) break
    line = longer
  }
  return marked(cut(line, matched), matched)
}

function weightOf(sentence: string, weights: ReadonlyMap<string, number>): number {
  const words = new Set(wordsOf(sentence, 'text').map(({ word }) => word))
  return [...words].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0)
}

function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (WIDE.test(one) ? 2 : 1), 0)
}

/** Of a long sentence, what is around the first word that was looked for. */
function cut(line: string, matched: ReadonlySet<string>): string {
  if (widthOf(line) <= MAX_WIDTH) return line
  const first = rangesOf(line, matched)[0]?.from ?? 0
  const isLate = widthOf(line.slice(0, first)) > MAX_WIDTH / 2
  const from = isLate ? startBefore(line, first) : 0
  return `${from > 0 ? '…' : ''}${line.slice(from, endAfter(line, from)).trim()}…`
}

/** Some words before a place: at a space, where there is one. */
function startBefore(line: string, place: number): number {
  const early = Math.max(0, place - MAX_WIDTH / 5)
  const space = line.indexOf(' ', early)
  return space === -1 || space >= place ? early : space + 1
}

/** Where what begins there is as wide as it may be, or the space before. */
function endAfter(line: string, from: number): number {
  let width = 0
  let to = from
  for (const one of line.slice(from)) {
    width += WIDE.test(one) ? 2 : 1
    if (width > MAX_WIDTH) break
    to += one.length
  }
  const space = line.lastIndexOf(' ', to)
  return space > from && to - space < MAX_WIDTH / 5 ? space : to
}
