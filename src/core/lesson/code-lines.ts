/** Lines of a sample or a fence: which are shown, which are new, and how wide they are. */
import type { LessonNode } from './lesson-text.ts'
import { joined } from './joined.ts'

/** A line that is new ends in `+++`, after the mark of a comment where the language has one. */
const NEW = /[ \t]*(?:\/\/|#|<!--)?[ \t]*\+\+\+[ \t]*(?:-->)?[ \t]*$/

/** Takes the marks of new lines off. @returns `fresh`: the indexes of these lines. */
export function withoutMarks(code: string): {
  readonly code: string
  readonly fresh: ReadonlySet<number>
} {
  const fresh = new Set<number>()
  const lines = code.split('\n').map((line, index) => {
    if (!NEW.test(line)) return line
    fresh.add(index)
    return line.replace(NEW, '')
  })
  return { code: lines.join('\n'), fresh }
}

/** Puts each line of highlighted code into a `span` with the class `line`, or `line new`. */
export function asLines(
  code: readonly LessonNode[],
  fresh: ReadonlySet<number>,
): readonly LessonNode[] {
  const lines: LessonNode[][] = [[]]
  for (const node of code) {
    const [first, ...rest] = typeof node === 'string' ? node.split('\n') : [node]
    if (first !== undefined) lines.at(-1)?.push(first)
    for (const piece of rest) lines.push([piece])
  }
  return lines.map((children, index) => ({
    tag: 'span',
    attributes: { class: fresh.has(index) ? 'line new' : 'line' },
    children: joined(children.filter((child) => child !== '')),
  }))
}

const RANGE = /^([1-9]\d*)(?:-([1-9]\d*))?$/

/**
 * The lines `2-4` of a program, from 1, without the indentation that all of them have; all of it for
 * undefined. @returns the reason, where there are no such lines.
 */
export function linesOf(
  source: string,
  range: string | undefined,
): { readonly code: string } | { readonly reason: string } {
  const lines = source.replace(/\n+$/, '').split('\n')
  if (range === undefined) return { code: lines.join('\n') }
  const match = RANGE.exec(range)
  if (match === null)
    return { reason: `lines=${range} is not a line or two with a hyphen: lines=2-4` }
  const from = Number(match[1])
  const to = Number(match[2] ?? match[1])
  if (from > to || to > lines.length)
    return { reason: `there are no lines ${range}: the sample has ${lines.length}` }
  const wanted = lines.slice(from - 1, to)
  const indents = wanted.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const indent = Math.min(...indents)
  return { code: wanted.map((line) => line.slice(indent)).join('\n') }
}

/** Columns that a line of code may have before it is cut off in the lesson's pane. */
export const MAX_COLUMNS = 60

/** Characters that take two columns: Han characters, kana, full-width marks. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u

/** Lines that are too wide, from 1, with the columns that they have. */
export function wideLines(source: string): readonly { line: number; columns: number }[] {
  return source
    .split('\n')
    .map((text, index) => ({ line: index + 1, columns: columnsOf(text) }))
    .filter(({ columns }) => columns > MAX_COLUMNS)
}

function columnsOf(line: string): number {
  return [...line].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0)
}
