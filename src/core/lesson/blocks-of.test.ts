import { expect, it } from 'vitest'
import { blocksOf, isInOpening, titleOfStep, wordsOfLook } from './blocks-of.ts'
import type { LessonNode, LessonText } from './lesson-text.ts'

const echo: LessonNode = { look: 'echo', children: ['its ', 'echo'] }
const content: readonly LessonNode[] = [
  { tag: 'p', attributes: {}, children: ['Before.'] },
  { block: 'run', children: [], after: [{ tag: 'p', attributes: {}, children: ['See ', echo] }] },
  {
    block: 'task',
    id: 'own-words',
    title: ['Send your own words'],
    file: 'client.js',
    children: [],
    after: [],
  },
]
const text: Pick<LessonText, 'sections'> = { sections: [{ id: '', title: [], content }] }

it('a lesson’s blocks come in the order in which they are read', () => {
  expect([...blocksOf(text)].map(({ block }) => block)).toEqual(['run', 'task'])
})

it('a step has the title of its block', () => {
  expect(titleOfStep(text, { kind: 'task', id: 'own-words' })).toEqual(['Send your own words'])
  expect(titleOfStep(text, { kind: 'question', id: 'own-words' })).toEqual([])
})

it('knows which steps come before the first heading', () => {
  const task = { kind: 'task', id: 'own-words' } as const
  expect(isInOpening(text, task)).toBe(true)
  expect(isInOpening({ sections: [{ id: 'later', title: [], content }] }, task)).toBe(false)
})

it('a look has its words, also below a block', () => {
  expect(wordsOfLook(text, 'echo')).toEqual(['its ', 'echo'])
  expect(wordsOfLook(text, 'other')).toEqual([])
})
