import { expect, it } from 'vitest'
import { lettersOf } from './entries.ts'

const term = (id: string, lessons: readonly string[]) => ({
  id,
  term: id,
  meaning: `${id}.`,
  also: [],
  lessons,
})
const lesson = (slug: string, title: string) => ({
  slug,
  title,
  summary: '',
  minutes: 1,
  steps: [],
  isChat: false,
})
const outline = {
  parts: [
    { id: 'one', title: 'One', summary: '', lessons: [lesson('closing', 'Closing')] },
    { id: 'two', title: 'Two', summary: '', lessons: [lesson('frames', 'Frames')] },
  ],
}

it('an entry names the lessons that mark its term, and leaves out one that is not listed', () => {
  const [letter] = lettersOf(
    [{ letter: 'F', terms: [term('frame', ['closing', 'gone', 'frames'])] }],
    outline,
  )
  expect(letter?.entries[0]?.lessons.map(({ title }) => title)).toEqual(['Closing', 'Frames'])
})

it('the heading of a letter has an id that is no term’s', () => {
  const letters = lettersOf(
    [
      { letter: '#', terms: [] },
      { letter: 'A', terms: [] },
    ],
    outline,
  )
  expect(letters.map(({ id }) => id)).toEqual(['Letter-other', 'Letter-A'])
})
