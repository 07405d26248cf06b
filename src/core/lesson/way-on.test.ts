import { describe, expect, it } from 'vitest'
import type { LessonOutline } from './course-outline.ts'
import {
  addressOf,
  countOf,
  entriesOf,
  hasBegun,
  stateOf,
  wayOn,
  type LessonFacts,
  type ReaderFacts,
} from './way-on.ts'

const lesson = (slug: string): LessonOutline => ({
  slug,
  title: slug,
  summary: '',
  minutes: 10,
  steps: [
    { kind: 'question', id: 'ask', title: 'What?' },
    { kind: 'task', id: 'do', title: 'Do it' },
  ],
  isChat: false,
})
const CASE = 'find-the-fault-lamp'
const entries = entriesOf({
  parts: [
    {
      id: 'one',
      title: 'One',
      summary: '',
      lessons: [lesson('a'), lesson('b')],
      faults: { summary: '', minutes: 10, cases: [lesson(CASE)] },
    },
    { id: 'two', title: 'Two', summary: '', lessons: [lesson('c')] },
  ],
})

const solved: LessonFacts = { solved: true, tasks: ['do'], outcomes: { ask: 'x' } }
const answered: LessonFacts = { solved: false, tasks: [], outcomes: { ask: 'x' } }
const facts = (lessons: ReaderFacts['lessons'], place: string | null): ReaderFacts => ({
  lessons,
  place,
})
/** Where it leads: the page, the place in it and why. */
function ways(lessons: ReaderFacts['lessons'], place: string | null) {
  const way = wayOn(entries, facts(lessons, place))
  if (way === null) return null
  const { slug, hash } = addressOf(way)
  return [way.to, slug + hash]
}

describe('a reader who comes back goes on', () => {
  it('at the first open step of the lesson that was open last', () => {
    expect(ways({ a: solved, b: answered }, 'b')).toEqual(['step', 'b#task-do'])
    expect(ways({ a: solved }, 'c')).toEqual(['step', 'c#question-ask'])
  })

  it('in the lesson that was begun, where the last place is not known', () => {
    expect(ways({ a: solved, c: answered }, null)).toEqual(['step', 'c#task-do'])
    expect(ways({ a: solved, c: answered }, 'gone')).toEqual(['step', 'c#task-do'])
  })

  it('with what comes after a lesson that is solved, cases too', () => {
    expect(ways({ a: solved }, 'a')).toEqual(['next', 'b'])
    expect(ways({ a: solved, b: solved }, 'b')).toEqual(['next', CASE])
  })

  it('with what was left out, after the last', () => {
    expect(ways({ b: solved, [CASE]: solved, c: solved }, 'c')).toEqual(['next', 'a'])
  })

  it('in a case, which knows its place by itself', () => {
    expect(ways({ [CASE]: answered }, CASE)).toEqual(['step', CASE])
  })

  it('anywhere, once all is solved', () => {
    const all = { a: solved, b: solved, [CASE]: solved, c: solved }
    expect(ways(all, 'b')).toEqual(['again', 'a'])
  })
})

it('a reader has begun with the first thing that is kept of a lesson', () => {
  expect([hasBegun({ lessons: {} }), hasBegun({ lessons: { a: answered } })]).toEqual([false, true])
})

it('a lesson is open, begun or solved; a prediction alone does not begin it', () => {
  const known = { lessons: { a: solved, b: answered, c: { solved: false, tasks: [] } } }
  expect(entries.map((entry) => stateOf(entry, known))).toEqual(['solved', 'begun', 'open', 'open'])
})

it('lessons and cases are counted apart, and the minutes of what is left together', () => {
  expect(countOf(entries, { lessons: { a: solved, b: answered, [CASE]: solved } })).toEqual({
    lessons: 3,
    solved: 1,
    cases: 1,
    found: 1,
    minutesLeft: 20,
  })
})
