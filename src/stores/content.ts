import type { CourseList, CourseOutline } from '../core/lesson/course-outline.ts'
import type { GlossaryIndex } from '../core/lesson/glossary-index.ts'
import type { LessonPlan, Solutions } from '../core/lesson/lesson-plan.ts'
import type { LessonText } from '../core/lesson/lesson-text.ts'
import type { FindPlaces } from '../core/search/find-places.ts'
import { Given } from './given.ts'
import type { Locale } from '../core/locale/locale.ts'

/** The built-in course and scenarios. */
export interface Content {
  /** Every lesson, in the order of the course. */
  readonly slugs: readonly string[]
  /** Every case of find the fault, which is loaded like a lesson. */
  readonly cases: readonly string[]
  loadOutline(locale: Locale): Promise<CourseOutline>
  loadList(locale: Locale): Promise<CourseList>
  loadGlossary(locale: Locale): Promise<GlossaryIndex>
  loadLesson(slug: string): Promise<LessonPlan>
  loadLessonText(slug: string, locale: Locale): Promise<LessonText>
  loadSolutions(slug: string): Promise<Solutions>
  loadScenario(name: string): Promise<string>
  /** What finds places in the course. */
  loadSearch(locale: Locale): Promise<FindPlaces>
  /** The server programs that come with the app. */
  readonly scenarioNames: readonly string[]
  /** The site's files as texts, by name, where they are not beside the page. */
  readonly files?: Readonly<Record<string, string>>
}

const missing = (what: string) => Promise.reject(new Error(`there is no ${what}`))

export const NO_CONTENT: Content = {
  slugs: [],
  cases: [],
  loadOutline: () => Promise.resolve({ parts: [] }),
  loadList: () => Promise.resolve({ parts: [] }),
  loadGlossary: () => Promise.resolve([]),
  loadLesson: missing,
  loadLessonText: missing,
  loadSolutions: missing,
  loadScenario: missing,
  loadSearch: missing,
  scenarioNames: [],
}

export const builtIn = new Given<Content>(() => NO_CONTENT)
