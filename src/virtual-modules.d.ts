// The types are named in place: an import within a module that is only declared cannot be relative.

declare module 'virtual:course' {
  export const outline: import('./core/lesson/lesson.ts').CourseOutline
  /** Rejects where there is no such lesson, or its chunk cannot be loaded. */
  export function loadLesson(slug: string): Promise<import('./core/lesson/lesson.ts').Lesson>
  /** Rejects as `loadLesson` does. */
  export function loadLessonText(
    slug: string,
    locale: import('./core/lesson/lesson.ts').CourseLocale,
  ): Promise<import('./core/lesson/lesson.ts').LessonText>
}

declare module 'virtual:scenarios' {
  /** The server programs of `scenarios/`, by name without `.js`. */
  export const scenarios: readonly { readonly name: string; readonly source: string }[]
}
