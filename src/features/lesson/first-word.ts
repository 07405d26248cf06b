import type { LessonNode } from '../../core/lesson/lesson-text.ts'

/** A word of letters that are written with spaces between words, or a single other character. */
const FIRST_WORD = /^(?:[!-~‘’“”À-ɏ]+|.)/u

/** The first word of some nodes and the rest of them, so that a mark can be glued to the word. */
export function splitFirstWord(
  nodes: readonly LessonNode[],
): readonly [first: readonly LessonNode[], rest: readonly LessonNode[]] {
  const [first, ...rest] = nodes
  if (first === undefined) return [[], []]
  if (typeof first !== 'string') return [[first], rest]
  const [word = ''] = FIRST_WORD.exec(first) ?? []
  const remainder = first.slice(word.length)
  return [[word], remainder === '' ? rest : [remainder, ...rest]]
}
