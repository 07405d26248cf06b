declare module 'virtual:course' {
  import type { CourseLocale, CourseOutline, Lesson, LessonText } from './core/lesson/lesson.ts'

  export const outline: CourseOutline
  /** Rejects where there is no such lesson, or its chunk cannot be loaded. */
  export function loadLesson(slug: string): Promise<Lesson>
  export function loadLessonText(slug: string, locale: CourseLocale): Promise<LessonText>
}

declare module 'virtual:scenarios' {
  /** The server programs of `scenarios/`, by name without `.js`. */
  export const scenarios: readonly { readonly name: string; readonly source: string }[]
}
