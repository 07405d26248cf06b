import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../src/core/locale/locale.ts'
import { createSearch } from '../../src/core/search/find-places.ts'
import type { SearchFile } from '../../src/core/search/search-file.ts'
import { readFigures } from '../vite/figures.ts'
import { createHighlight } from './highlight.ts'
import { QUESTIONS } from './questions.ts'
import { readCourse } from './read-course.ts'
import { searchFileOf } from './search-file.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const course = readCourse(root, await createHighlight(), await readFigures(root))

describe.each(LOCALES)('in %s', (locale) => {
  // As it is fetched.
  const file: SearchFile = JSON.parse(JSON.stringify(searchFileOf(locale, course)))
  const find = createSearch(file)
  const best = (query: string) => (find(query) ?? []).slice(0, 3).map(({ page }) => page.page)

  describe.each(QUESTIONS)('$about', ({ lesson, until = null, asked }) => {
    it.each(asked[locale])('%s', (query) => {
      const answer = course.lessons.has(lesson) ? lesson : until
      if (answer === null) expect([...course.lessons.keys()]).not.toContain(lesson)
      else
        expect(
          best(query),
          `add what people ask to \`asked\` in lessons/${answer}/${locale}.md`,
        ).toContain(answer)
    })
  })
})
