/** A lesson whose program goes on with that of an earlier lesson. */
import { filesOf, type Program } from '../program/program.ts'
import { alignSequences } from '../sequence/align.ts'
import type { NewLines } from './lesson-text.ts'
import type { Lesson } from './read-lesson.ts'

/** A lesson that goes on with another's program, with what is new in it told in its texts. */
export function continuing(lesson: Lesson, before: Lesson): Lesson {
  const news = newLinesOf(before.proof.solution, lesson.plan.start)
  const { slug } = before.plan
  const texts = Object.entries(lesson.texts).map(([locale, text]) => {
    const { title } = before.texts[text.locale] ?? before.texts.en
    return [locale, { ...text, continues: { slug, title, news } }] as const
  })
  return { ...lesson, texts: { ...lesson.texts, ...Object.fromEntries(texts) } }
}

/** The lines of a program that an earlier version of it has not, by file; one that moved in has been. */
export function newLinesOf(before: Program, now: Program): readonly NewLines[] {
  return filesOf(now).flatMap((file) => {
    const lines = linesOf(now[file])
    const { pairs } = alignSequences(linesOf(before[file]).map(unindented), lines.map(unindented))
    const kept = new Set(pairs.map(([, index]) => index))
    const isNew = (index: number) => !kept.has(index)
    const isTold = (index: number) => isNew(index) && lines[index]?.trim() !== ''
    const count = lines.filter((_, index) => isTold(index)).length
    return count === 0 ? [] : [{ file, count, lines: runsOf(lines.length, isNew, isTold) }]
  })
}

const unindented = (line: string): string => line.trimStart()

function linesOf(source: string | undefined): readonly string[] {
  return source === undefined ? [] : source.replace(/\n$/, '').split('\n')
}

/** Stretches of new lines, without the empty ones at their ends. */
function runsOf(
  length: number,
  isNew: (index: number) => boolean,
  isTold: (index: number) => boolean,
): NewLines['lines'] {
  const runs: [number, number][] = []
  for (let first = 0; first < length; first += 1) {
    if (!isTold(first)) continue
    let last = first
    for (let index = first; index < length && isNew(index); index += 1)
      if (isTold(index)) last = index
    runs.push([first + 1, last + 1])
    first = last
  }
  return runs
}
