import type { Step } from './lesson-plan.ts'

/** What every page needs to lead to the others, in one language. */
export interface CourseOutline {
  readonly parts: readonly PartOutline[]
}

export interface PartOutline {
  readonly id: string
  readonly title: string
  /** In the order of the course. */
  readonly lessons: readonly LessonLink[]
  /** Find the fault, at its end. */
  readonly faults?: { readonly cases: readonly LessonLink[] }
}

export interface LessonLink {
  readonly slug: string
  readonly title: string
  /** One sentence: what the reader can do afterwards. */
  readonly summary: string
  /** Computed from words, samples and steps. */
  readonly minutes: number
}

/** The list on the course's page, in one language: the outline, and what is said there of each lesson. */
export interface CourseList extends CourseOutline {
  readonly parts: readonly CoursePart[]
}

export interface CoursePart extends PartOutline {
  /** One sentence: what it is about. */
  readonly summary: string
  readonly lessons: readonly LessonOutline[]
  readonly faults?: FaultsOutline
}

export interface FaultsOutline {
  /** One sentence: what is found out. */
  readonly summary: string
  /** Of all cases together. */
  readonly minutes: number
  readonly cases: readonly LessonOutline[]
}

export interface LessonOutline extends LessonLink {
  /** In the order in which the walk meets them. */
  readonly steps: readonly OutlineStep[]
  /** Its program goes on with an earlier lesson's, or a later one goes on with it. */
  readonly isChat: boolean
}

export interface OutlineStep extends Step {
  /** Empty where a step has no words of its own, as those of a case. */
  readonly title: string
}

/** Of a list, what every page needs. */
export function outlineOf({ parts }: CourseList): CourseOutline {
  const linkOf = ({ slug, title, summary, minutes }: LessonLink): LessonLink => ({
    slug,
    title,
    summary,
    minutes,
  })
  return {
    parts: parts.map(({ id, title, lessons, faults }) => ({
      id,
      title,
      lessons: lessons.map(linkOf),
      ...(faults === undefined ? {} : { faults: { cases: faults.cases.map(linkOf) } }),
    })),
  }
}
