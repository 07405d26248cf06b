import { existsSync } from 'node:fs'
import path from 'node:path'
import type { CourseProblem } from '../../src/core/lesson/course-problem.ts'
import { DEFAULT_LOCALE, LOCALES } from '../../src/core/locale/locale.ts'
import { folderOf } from './read-course.ts'
import { textsOf } from '../../src/locales/index.ts'
import { missingTexts } from '../../src/locales/missing-texts.ts'

/**
 * The interface's texts that a language lacks. They are listed while this module is loaded, because
 * Vite's runner imports nothing afterwards.
 */
export const untranslated = await untranslatedTexts()

/** The lessons that have no text in a language. */
export function untranslatedLessons(root: string, slugs: Iterable<string>): CourseProblem[] {
  const files = [...slugs].flatMap((slug) =>
    LOCALES.map((locale) => `${folderOf(slug)}/${locale}.md`),
  )
  return files
    .filter((file) => !existsSync(path.join(root, file)))
    .map((file) => ({ file, line: 1, reason: 'is missing' }))
}

async function untranslatedTexts(): Promise<CourseProblem[]> {
  const english = await textsOf(DEFAULT_LOCALE)
  const problems = LOCALES.map(async (locale) => {
    const file = `src/locales/${locale}/index.ts`
    const missing = missingTexts(english, await textsOf(locale))
    return missing.map((key) => ({ file, line: 1, reason: `${key} is missing` }))
  })
  return (await Promise.all(problems)).flat()
}
