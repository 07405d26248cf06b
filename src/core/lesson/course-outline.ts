/** The list on the course's page, in one language. */
export interface CourseOutline {
  readonly parts: readonly CoursePart[]
}

export interface CoursePart {
  readonly id: string
  readonly title: string
  /** In the order of the course. */
  readonly lessons: readonly LessonOutline[]
}

export interface LessonOutline {
  readonly slug: string
  readonly title: string
  /** One sentence: what the reader can do afterwards. */
  readonly summary: string
  /** Computed from words, samples and steps. */
  readonly minutes: number
  readonly tasks: readonly string[]
}
