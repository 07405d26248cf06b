import { inject, type InjectionKey } from 'vue'
import type { CourseOutline, Lesson, LessonText } from '../core/lesson/lesson.ts'
import type { Locale } from './settings.ts'

/** A server program that comes with the app. */
export interface Scenario {
  readonly name: string
  readonly source: string
}

/** What the app was built with. Provided by the app, so that a store can be tested without one. */
export interface Content {
  readonly outline: CourseOutline
  loadLesson(slug: string): Promise<Lesson>
  loadLessonText(slug: string, locale: Locale): Promise<LessonText>
  readonly scenarios: readonly Scenario[]
}

export const contentKey: InjectionKey<Content> = Symbol('content')

const EMPTY: Content = {
  outline: { parts: [] },
  loadLesson: (slug) => Promise.reject(new Error(`there is no lesson ${slug}`)),
  loadLessonText: (slug) => Promise.reject(new Error(`there is no lesson ${slug}`)),
  scenarios: [],
}

/** The content that the app provides; nothing where there is no app. */
export function useContent(): Content {
  return inject(contentKey, EMPTY)
}
