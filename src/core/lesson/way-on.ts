/** Where a reader who comes back to the course goes on. */
import type { CourseList, LessonOutline, OutlineStep } from './course-outline.ts'
import { FAULT_PAGE } from './page-names.ts'

/** What is known of a reader's steps: plain data, as the browser keeps it. */
export interface ReaderFacts {
  /** Of a lesson or a case, by slug. */
  readonly lessons: Readonly<Record<string, LessonFacts>>
  /** The lesson or case that was open last; null where that is not known. */
  readonly place: string | null
}

export interface LessonFacts {
  readonly solved: boolean
  readonly tasks: readonly string[]
  /** By the ids of questions that a run has answered. */
  readonly outcomes?: Readonly<Record<string, string>>
}

/** A lesson, or a case of find the fault, in the order of the course. */
export interface CourseEntry extends Pick<LessonOutline, 'slug' | 'title' | 'minutes' | 'steps'> {
  /** The title of its part. */
  readonly part: string
  /** From 1, among the lessons; a case has none. */
  readonly number?: number
}

export type EntryState = 'open' | 'begun' | 'solved'

export type WayOn = { readonly entry: CourseEntry } & (
  | {
      /** This step of the entry comes next. */
      readonly to: 'step'
      readonly step: OutlineStep
      /** From 1. */
      readonly number: number
    }
  /** The entry comes after one that is solved. */
  | { readonly to: 'next'; readonly after: CourseEntry }
  /** Every entry is solved; this is the first. */
  | { readonly to: 'again' }
)

/** A reader who has done nothing yet is a newcomer. */
export function hasBegun({ lessons }: Pick<ReaderFacts, 'lessons'>): boolean {
  return Object.keys(lessons).length > 0
}

export function entriesOf({ parts }: CourseList): readonly CourseEntry[] {
  let number = 0
  return parts.flatMap(({ title: part, lessons, faults }) => [
    ...lessons.map((lesson) => ({ ...entryOf(lesson, part), number: ++number })),
    ...(faults?.cases ?? []).map((one) => entryOf(one, part)),
  ])
}

function entryOf({ slug, title, minutes, steps }: LessonOutline, part: string): CourseEntry {
  return { slug, title, minutes, steps, part }
}

export function isCase({ slug }: Pick<CourseEntry, 'slug'>): boolean {
  return slug.startsWith(FAULT_PAGE)
}

/** The first step that is not done, from 0; -1 where all are. */
export function firstOpenStep(
  { slug, steps }: Pick<CourseEntry, 'slug' | 'steps'>,
  { lessons }: Pick<ReaderFacts, 'lessons'>,
): number {
  const { tasks = [], outcomes = {} } = lessons[slug] ?? {}
  return steps.findIndex(({ kind, id }) =>
    kind === 'task' ? !tasks.includes(id) : outcomes[id] === undefined,
  )
}

export function stateOf(
  entry: Pick<CourseEntry, 'slug' | 'steps'>,
  facts: Pick<ReaderFacts, 'lessons'>,
): EntryState {
  const known = facts.lessons[entry.slug]
  if (known === undefined) return 'open'
  if (known.solved) return 'solved'
  const { tasks, outcomes = {} } = known
  return tasks.length + Object.keys(outcomes).length > 0 ? 'begun' : 'open'
}

/**
 * The place where the reader was last, or what comes after it if that is solved. Null without a
 * lesson to go to.
 */
export function wayOn(entries: readonly CourseEntry[], facts: ReaderFacts): WayOn | null {
  const isSolved = (entry: CourseEntry) => stateOf(entry, facts) === 'solved'
  const last =
    entries.find(({ slug }) => slug === facts.place) ??
    entries.find((entry) => stateOf(entry, facts) === 'begun')
  const open = entries.filter((entry) => !isSolved(entry))
  const after = last === undefined ? [] : entries.slice(entries.indexOf(last) + 1)
  const [first] = entries
  if (last !== undefined && !isSolved(last)) return toStep(last, facts)
  // What comes after it, or else what was left out before it.
  const next = after.find((entry) => !isSolved(entry)) ?? open[0]
  if (next === undefined) return first === undefined ? null : { to: 'again', entry: first }
  if (last === undefined || stateOf(next, facts) === 'begun') return toStep(next, facts)
  return { to: 'next', entry: next, after: last }
}

function toStep(entry: CourseEntry, facts: ReaderFacts): WayOn {
  // A lesson counts as solved when one run solved every task, so all of them may be done.
  const index = Math.max(0, firstOpenStep(entry, facts))
  const step = entry.steps[index]
  return step === undefined
    ? { to: 'again', entry }
    : { to: 'step', entry, step, number: index + 1 }
}

/** The page of an entry, from a page of the same language, and the step in it. */
export function addressOf({ entry, ...way }: WayOn): {
  readonly slug: string
  readonly hash: string
} {
  // A case knows by itself how far its reader is.
  const isStep = way.to === 'step' && !isCase(entry)
  return { slug: entry.slug, hash: isStep ? `#${way.step.kind}-${way.step.id}` : '' }
}

export interface CourseCount {
  readonly lessons: number
  readonly solved: number
  readonly cases: number
  readonly found: number
  /** Of all that is not solved. */
  readonly minutesLeft: number
}

export function countOf(
  entries: readonly CourseEntry[],
  facts: Pick<ReaderFacts, 'lessons'>,
): CourseCount {
  const isSolved = (entry: CourseEntry) => stateOf(entry, facts) === 'solved'
  const cases = entries.filter(isCase)
  const lessons = entries.filter((entry) => !isCase(entry))
  return {
    lessons: lessons.length,
    solved: lessons.filter(isSolved).length,
    cases: cases.length,
    found: cases.filter(isSolved).length,
    minutesLeft: entries
      .filter((entry) => !isSolved(entry))
      .reduce((sum, { minutes }) => sum + minutes, 0),
  }
}
