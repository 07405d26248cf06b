// The types are named in place: an import within a module that is only declared cannot be relative.

declare module 'virtual:course' {
  /** Every lesson, in the order of the course. */
  export const slugs: readonly string[]
  /** Every case of find the fault, in the order of the course. */
  export const cases: readonly string[]
  /** Rejects where the chunk cannot be loaded, as all of these do. */
  export function loadOutline(
    locale: import('./core/locale/locale.ts').Locale,
  ): Promise<import('./core/lesson/course-outline.ts').CourseOutline>
  export function loadList(
    locale: import('./core/locale/locale.ts').Locale,
  ): Promise<import('./core/lesson/course-outline.ts').CourseList>
  export function loadGlossary(
    locale: import('./core/locale/locale.ts').Locale,
  ): Promise<import('./core/lesson/glossary-index.ts').GlossaryIndex>
  export function loadLesson(
    slug: string,
  ): Promise<import('./core/lesson/lesson-plan.ts').LessonPlan>
  /** The source of a server program. */
  export function loadScenario(name: string): Promise<string>
  export function loadSolutions(
    slug: string,
  ): Promise<import('./core/lesson/lesson-plan.ts').Solutions>
  export function loadLessonText(
    slug: string,
    locale: import('./core/locale/locale.ts').Locale,
  ): Promise<import('./core/lesson/lesson-text.ts').LessonText>
}

declare module 'virtual:scenario-names' {
  /** The server programs of `scenarios/`, by name without `.js`. */
  export const scenarioNames: readonly string[]
}

declare module 'virtual:figures' {
  /** What loads a figure's component, by the name of its folder in `src/figures/`. */
  export const figures: Readonly<
    Record<string, () => Promise<{ readonly default: import('vue').Component }>>
  >
}

declare module 'virtual:figure-uses' {
  /** The lessons that show each figure, in the order of the course, by the figure's name. */
  export const figureUses: Readonly<Record<string, readonly string[]>>
}

declare module 'virtual:site-files' {
  /** The texts of the built site's files that the one-file form has within it, by name. */
  export const files: Readonly<Record<string, string>>
}

declare module 'virtual:monaco-texts' {
  /** By locale. */
  export const loaders: Readonly<Record<string, () => Promise<unknown>>>
}
