import { describe, expect, it } from 'vitest'
import type { LessonPlan } from '../core/lesson/lesson-plan.ts'
import type { LessonText } from '../core/lesson/lesson-text.ts'
import { smallLesson } from '../run/testing/lesson-plan.ts'
import { useCourseStore } from './course.ts'
import { startApp } from './testing/app.ts'

const outlineIn = (locale: string) => ({
  parts: [{ id: 'one', title: locale, lessons: [] }],
})

const listIn = (locale: string) => ({
  parts: [{ id: 'one', title: locale, summary: 'Of all.', lessons: [] }],
})

const glossaryIn = (locale: string) => [{ letter: locale, terms: [] }]

const lessonOf = (slug: string): LessonPlan => ({
  ...smallLesson,
  slug,
  start: { 'client.js': '' },
})

const textOf = (slug: string, locale: LessonText['locale']): LessonText => ({
  slug,
  locale,
  title: `${slug} ${locale}`,
  eyebrow: '',
  summary: '',
  minutes: 1,
  sections: [],
  continues: null,
  terms: {},
  hints: {},
  worlds: {},
  failures: {},
})

function openCourse(loadLesson = (slug: string) => Promise.resolve(lessonOf(slug))) {
  startApp({
    content: {
      slugs: ['a', 'b', 'c'],
      loadOutline: (locale) => Promise.resolve(outlineIn(locale)),
      loadList: (locale) => Promise.resolve(listIn(locale)),
      loadGlossary: (locale) => Promise.resolve(glossaryIn(locale)),
      loadLesson,
      loadLessonText: (slug, locale) => Promise.resolve(textOf(slug, locale)),
    },
  })
  return useCourseStore()
}

describe('the course', () => {
  it('opens a lesson in a language', async () => {
    const course = openCourse()
    await course.open('b', 'zh-CN')
    expect(course).toMatchObject({ status: 'ready', index: 1 })
    expect(course.text?.title).toBe('b zh-CN')
  })

  it('shows the outline in the language asked for last', async () => {
    const course = openCourse()
    expect(course.outline).toBeNull()
    await Promise.all([course.outlineIn('en'), course.outlineIn('zh-CN')])
    expect(course.outline).toEqual(outlineIn('zh-CN'))
    expect(course.list).toBeNull()
  })

  it('has the outline with the list of the course, and of both what was asked for last', async () => {
    const course = openCourse()
    await Promise.all([course.listIn('en'), course.listIn('zh-CN')])
    expect([course.list, course.outline]).toEqual([listIn('zh-CN'), listIn('zh-CN')])
  })

  it('shows the glossary in the language asked for last', async () => {
    const course = openCourse()
    expect(course.glossary).toBeNull()
    await Promise.all([course.glossaryIn('zh-CN'), course.glossaryIn('en')])
    expect(course.glossary).toEqual(glossaryIn('en'))
  })

  it('keeps the lesson when only the language changes', async () => {
    const course = openCourse()
    await course.open('b', 'en')
    const { lesson } = course
    const opening = course.open('b', 'zh-CN')
    expect(course.status).toBe('ready')
    await opening
    expect(course.lesson).toBe(lesson)
    expect(course.text?.locale).toBe('zh-CN')
  })

  it('has no next lesson after the last', async () => {
    const course = openCourse()
    await course.open('c', 'en')
    expect(course.nextLesson).toBeNull()
  })

  it('goes from the last lesson of a part to its cases, and on to the next part', async () => {
    const course = openCourse()
    const outlined = (slug: string) => ({ slug, title: slug, summary: '', minutes: 1 })
    course.outline = {
      parts: [
        {
          id: 'one',
          title: 'One',
          lessons: [outlined('a')],
          faults: { cases: [outlined('find-the-fault-x')] },
        },
        { id: 'two', title: 'Two', lessons: [outlined('b')] },
      ],
    }
    await course.open('a', 'en')
    expect([course.previousLesson, course.nextLesson?.slug]).toEqual([null, 'find-the-fault-x'])
    await course.open('b', 'en')
    expect([course.previousLesson?.slug, course.nextLesson]).toEqual(['find-the-fault-x', null])
  })

  it('says that it does not know a lesson', async () => {
    const course = openCourse()
    await course.open('nothing', 'en')
    expect(course).toMatchObject({ status: 'unknown', lesson: null, index: -1 })
  })

  it('says why a lesson could not be loaded', async () => {
    const course = openCourse(() => Promise.reject(new Error('Failed to fetch')))
    await course.open('a', 'en')
    expect(course).toMatchObject({ status: 'failed', failure: 'Failed to fetch' })
  })

  it('shows the lesson asked for last, no matter which arrives last', async () => {
    let arrive: (lesson: LessonPlan) => void = () => {}
    const late = new Promise<LessonPlan>((resolve) => {
      arrive = resolve
    })
    const course = openCourse((slug) => (slug === 'a' ? late : Promise.resolve(lessonOf(slug))))
    const first = course.open('a', 'en')
    await course.open('b', 'en')
    arrive(lessonOf('a'))
    await first
    expect(course.lesson?.slug).toBe('b')
  })

  it('forgets the lesson when it is closed', async () => {
    const course = openCourse()
    await course.open('a', 'en')
    course.close()
    expect(course).toMatchObject({ status: 'none', slug: null, lesson: null, text: null })
  })
})
