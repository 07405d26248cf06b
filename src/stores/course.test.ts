import { describe, expect, it } from 'vitest'
import type { Lesson, LessonText } from '../core/lesson/lesson.ts'
import { useCourseStore } from './course.ts'
import { startApp } from './testing/app.ts'

const localised = (text: string) => ({ en: text, 'zh-CN': text })
const lessonOutline = (slug: string) => ({
  slug,
  title: localised(slug),
  summary: localised(slug),
  tasks: [],
})
const outline = {
  parts: [
    { id: 'one', title: localised('One'), lessons: [lessonOutline('a'), lessonOutline('b')] },
    { id: 'two', title: localised('Two'), lessons: [lessonOutline('c')] },
  ],
}

const lessonOf = (slug: string): Lesson => ({
  slug,
  version: '1',
  scenario: 'echo',
  conditions: { latency: 1, jitter: 0, bandwidth: null },
  seed: 1,
  until: null,
  inputs: [],
  start: { 'client.js': '' },
  solution: { 'client.js': '' },
  wrong: [],
  tasks: [],
  predictions: [],
})

const textOf = (slug: string, locale: LessonText['locale']): LessonText => ({
  slug,
  locale,
  title: `${slug} ${locale}`,
  eyebrow: '',
  summary: '',
  sections: [],
  tasks: {},
  hints: {},
  failures: {},
  predictions: {},
})

function openCourse(loadLesson = (slug: string) => Promise.resolve(lessonOf(slug))) {
  startApp({
    content: {
      outline,
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
    expect(course).toMatchObject({ status: 'ready', index: 1, nextSlug: 'c' })
    expect(course.text?.title).toBe('b zh-CN')
    expect(course.part?.id).toBe('one')
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
    expect(course.nextSlug).toBeNull()
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

  it('shows the lesson asked for last, whatever arrives last', async () => {
    let arrive: (lesson: Lesson) => void = () => {}
    const late = new Promise<Lesson>((resolve) => {
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
