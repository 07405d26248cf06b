/** The glossary as the page lists it, with the titles of the lessons. */
import type { CourseOutline, LessonLink } from '../../core/lesson/course-outline.ts'
import type { GlossaryIndex, GlossaryTerm } from '../../core/lesson/glossary-index.ts'

export interface Letter {
  /** Of its heading: no term has it, for a term’s id begins with a small letter. */
  readonly id: string
  readonly letter: string
  readonly entries: readonly Entry[]
}

export interface Entry extends Omit<GlossaryTerm, 'lessons'> {
  readonly lessons: readonly Pick<LessonLink, 'slug' | 'title'>[]
}

/** A lesson that the outline does not have is left out. */
export function lettersOf(glossary: GlossaryIndex, outline: CourseOutline): readonly Letter[] {
  const lessons = outline.parts.flatMap((part) => part.lessons)
  return glossary.map(({ letter, terms }) => ({
    id: letter === '#' ? 'Letter-other' : `Letter-${letter}`,
    letter,
    entries: terms.map((term) => ({
      ...term,
      lessons: term.lessons.flatMap((slug) => lessons.find((lesson) => lesson.slug === slug) ?? []),
    })),
  }))
}
