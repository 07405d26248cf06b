import { expect, it } from 'vitest'
import type { CourseEntry } from '../../core/lesson/way-on.ts'
import english from '../../locales/en/course.ts'
import chinese from '../../locales/zh-CN/course.ts'
import { backWords, type BackHeader } from './back-words.ts'

const entry = (slug: string, number: number, title: string): CourseEntry => ({
  slug,
  title: slug,
  part: 'Part',
  number,
  minutes: 45,
  steps: [{ kind: 'task', id: 'do', title }],
})
const entries = [entry('a', 1, 'Do it'), entry('b', 2, 'What is it?')]
const inEnglish: BackHeader = { entries, texts: english.back, locale: 'en' }

const now = new Date(2026, 4, 5, 9).getTime()
const lateYesterday = new Date(2026, 4, 4, 23).getTime()
const done = { solved: true, tasks: ['do'] }
const begun = { solved: false, tasks: [] }

it('says the place, the day and the step', () => {
  expect(backWords(inEnglish, { lessons: { a: begun }, place: 'a' }, lateYesterday, now)).toEqual({
    over: 'Part · lesson 1 of 2 · yesterday',
    lead: 'Step 1 of 1: Do it. Your program is as you left it.',
    door: 'Go on: a',
    count: '0 of 2 lessons solved. About 1.5\u00a0hours to go.',
  })
})

it('a title that asks keeps its mark, in each language', () => {
  const facts = { lessons: { b: begun }, place: 'b' }
  expect(backWords(inEnglish, facts, null, now)?.lead).toContain('What is it? Your')
  const words = backWords({ entries, texts: chinese.back, locale: 'zh-CN' }, facts, now, now)
  expect(words).toMatchObject({ over: 'Part · 第 2 课，共 2 课 · 今天' })
})

it('after a solved lesson, says which comes next', () => {
  const words = backWords(inEnglish, { lessons: { a: done }, place: 'a' }, now, now)
  expect(words).toMatchObject({
    over: 'Part · lesson 2 of 2',
    lead: 'You’ve solved “a”. This one comes next, and takes 45\u00a0minutes.',
    count: '1 of 2 lessons solved. About 45\u00a0minutes to go.',
  })
})

it('with everything solved, nothing is left to go', () => {
  const words = backWords(inEnglish, { lessons: { a: done, b: done }, place: 'b' }, now, now)
  expect(words).toMatchObject({ door: 'Read again: a', count: '2 of 2 lessons solved.' })
})
