/** A lesson is a walk: what may be read at a stretch is limited. */
import type { Locale } from '../locale/locale.ts'
import { countWords } from './count-words.ts'
import { paceOf, type StopKind, type TextProblem, type WalkItem } from './walk.ts'

const FIRST: readonly StopKind[] = ['run', 'try', 'question', 'point']

/**
 * Stretches that are too long. Counting begins anew where a block begins and where it ends, and at
 * each look. Code blocks are not counted, nor are options of questions apart from their question.
 */
export function problemsOfPace(walk: readonly WalkItem[], locale: Locale): readonly TextProblem[] {
  const { beforeFirst, betweenStops, unit } = paceOf(locale)
  const problems: TextProblem[] = []
  let since = { name: 'the beginning', line: 0 }
  const open: (typeof since)[] = []
  let count = 0
  let total = 0
  let isStarted = false
  const begin = (name: string, line: number) => {
    since = { name, line }
    count = 0
  }
  for (const [index, item] of walk.entries()) {
    switch (item.kind) {
      case 'words': {
        const before = { count, total }
        const text = phraseAt(walk, index)
        if (text === null) break
        const words = countWords(text, locale)
        count += words
        total += words
        if (before.count <= betweenStops && count > betweenStops)
          problems.push({
            line: item.line,
            reason:
              `more than ${betweenStops} ${unit} since ${nameOf(since)}: put a run, look, try, ` +
              'question, task or figure before this line, or say it shorter',
          })
        if (!isStarted && before.total <= beforeFirst && total > beforeFirst)
          problems.push({
            line: item.line,
            reason:
              `more than ${beforeFirst} ${unit} before the first run, try or question: move it up, ` +
              'and what stands here below it',
          })
        break
      }
      case 'stop':
        if (FIRST.includes(item.stop)) isStarted = true
        begin(`the ${item.stop}${item.id === '' ? '' : ` ${item.id}`}`, item.line)
        if (item.stop !== 'look') open.push(since)
        break
      case 'end':
        // Looks have no end, so this is the end of the innermost block.
        since = open.pop() ?? since
        begin(`the end of ${since.name}`, since.line)
        break
      default:
    }
  }
  if (!isStarted)
    problems.push({
      line: null,
      reason: 'there is nothing to run: put a ::: run, ::: try or ::: predict near the beginning',
    })
  return problems
}

const nameOf = ({ name, line }: { name: string; line: number }) =>
  line === 0 ? name : `${name} (line ${line})`

/**
 * The words from here to the end of the line of text, if this item is its first: a word may go on
 * from prose into code or a link.
 */
function phraseAt(walk: readonly WalkItem[], index: number): string | null {
  const item = walk[index]
  const before = walk[index - 1]
  if (item?.kind !== 'words' || (before?.kind === 'words' && before.line === item.line)) return null
  let text = ''
  for (let next = index; next < walk.length; next += 1) {
    const piece = walk[next]
    if (piece?.kind !== 'words' || piece.line !== item.line) break
    text += piece.text
  }
  return text
}

/** Minutes that a lesson takes: reading, and what is tried and solved on the way. */
export function minutesOf(walk: readonly WalkItem[], locale: Locale): number {
  const words = walk.map((item, index) =>
    item.kind === 'words' ? countWords(phraseAt(walk, index) ?? '', locale) : 0,
  )
  const total = words.reduce((sum, count) => sum + count, 0)
  const doing = walk.map((item) => (item.kind === 'stop' ? MINUTES[item.stop] : 0))
  return Math.ceil(total / paceOf(locale).perMinute + doing.reduce((sum, time) => sum + time, 0))
}

const MINUTES: Readonly<Record<StopKind, number>> = {
  run: 0.5,
  look: 0.2,
  try: 0.5,
  question: 0.5,
  task: 3,
  point: 1,
  cause: 0.5,
  figure: 1,
  more: 0,
}
