/** What people ask in their own words: the search of the course finds a section by it. */
import type { LessonSection } from './lesson-text.ts'
import { TOP } from './markdown.ts'
import type { TextProblem } from './walk.ts'

/** By the id of a section; by `top`, of the text before the first heading. */
export type Asked = ReadonlyMap<string, readonly string[]>

export function askedOf(asked: Asked, section: LessonSection['id']): readonly string[] {
  return asked.get(section === '' ? TOP : section) ?? []
}

/** Questions of a section that is not there. */
export function problemsOfAsked(
  asked: Readonly<Record<string, unknown>>,
  sections: readonly Pick<LessonSection, 'id'>[],
): readonly TextProblem[] {
  const known = new Set([TOP, ...sections.map(({ id }) => id)])
  return Object.keys(asked)
    .filter((id) => !known.has(id))
    .map((id) => ({ line: null, reason: `asked: there is no section ${id}` }))
}

/** What is asked in English is asked in each language, in other words and maybe of other sections. */
export function problemsOfTranslatedAsked(
  source: Asked,
  translation: Asked,
): readonly TextProblem[] {
  const isMissing = source.size > 0 && translation.size === 0
  return isMissing ? [{ line: null, reason: 'asked: say what people ask in this language' }] : []
}
