import { describe, expect, it } from 'vitest'
import type { LessonNode, LessonText } from '../lesson/lesson-text.ts'
import { placesOfFault, placesOfGlossary, placesOfLesson } from './places-of.ts'

const element = (tag: 'p' | 'pre' | 'tr' | 'td', ...children: LessonNode[]): LessonNode => ({
  tag,
  attributes: {},
  children,
})

const question: LessonNode = {
  block: 'question',
  id: 'bare',
  title: ['Which code?'],
  children: [element('p', 'The server answers.')],
  sample: null,
  options: { none: ['1005, because nobody gave one'] },
  after: [element('p', 'It was 1005.')],
}
const task: LessonNode = {
  block: 'task',
  id: 'say',
  title: ['Say goodbye'],
  file: 'client.js',
  children: [element('p', 'Close the socket.')],
  after: [element('p', 'Well done.')],
}

const lesson: LessonText = {
  slug: 'closing',
  locale: 'en',
  title: 'Closing',
  eyebrow: 'Connections',
  summary: 'Read a `close` event.',
  minutes: 15,
  sections: [
    { id: '', title: [], content: [element('p', 'Every connection ends.'), question] },
    {
      id: 'react',
      title: ['What to do'],
      content: [
        element('tr', element('td', '1000'), element('td', 'nothing')),
        element('tr', element('td', '1006'), element('td', 'reconnect')),
        element('pre', 'ws.close(1000)'),
        task,
      ],
    },
  ],
  continues: null,
  terms: {},
  hints: { say: [{ id: 'two', content: ['It takes two arguments.'] }] },
  worlds: {},
  failures: {},
}

describe('a lesson', () => {
  const [top, react] = placesOfLesson(lesson, new Map([['top', ['list of codes']]]), 3)

  it('has a place for each section, with what people ask of it', () => {
    expect(top).toMatchObject({ at: 3, id: '', heading: '', asked: ['list of codes'] })
    expect(react).toMatchObject({ at: 3, id: 'react', heading: 'What to do', asked: [] })
  })

  it('shows what is read before anything is done', () => {
    expect(top?.text).toBe(
      'Read a close event.\nEvery connection ends.\nWhich code?\nThe server answers.',
    )
  })

  it('is searched in its answers, samples and hints, which are never shown', () => {
    expect(top?.beside).toBe('It was 1005.\n1005, because nobody gave one')
    expect(react?.text).toBe('1000 · nothing\n1006 · reconnect\nSay goodbye\nClose the socket.')
    expect(react?.beside).toBe('ws.close(1000)\nWell done.\nIt takes two arguments.')
  })
})

it('a case of find the fault has only what stands above its questions', () => {
  const [place, ...others] = placesOfFault(lesson, 0)
  expect(others).toEqual([])
  expect(place).toMatchObject({
    text: 'Read a close event.\nEvery connection ends.',
    beside: '',
  })
})

it('an entry of the glossary is found by its other names, too', () => {
  const term = { id: 'fragment', term: 'fragment', meaning: 'A part.', also: ['fragmentation'] }
  expect(placesOfGlossary([{ letter: 'F', terms: [{ ...term, lessons: [] }] }], 9)).toEqual([
    {
      at: 9,
      id: 'fragment',
      heading: 'fragment',
      asked: ['fragmentation'],
      text: 'A part.',
      beside: '',
    },
  ])
})
