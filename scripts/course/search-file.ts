/** What can be searched of the course in one language. */
import { glossaryIndex } from '../../src/core/lesson/glossary-index.ts'
import { textIn, type Locale } from '../../src/core/locale/locale.ts'
import { placesOfFault, placesOfGlossary, placesOfLesson } from '../../src/core/search/places-of.ts'
import type { FoundPage, SearchFile, WrittenPlace } from '../../src/core/search/search-file.ts'
import { indexOf } from '../../src/core/search/search-index.ts'
import english from '../../src/screens/glossary/en.ts'
import chinese from '../../src/screens/glossary/zh-CN.ts'
import type { Course } from './read-course.ts'
import { placesOfSheet, sheetTitle } from './sheet-places.ts'

const TITLES = {
  en: { glossary: english.title },
  'zh-CN': { glossary: chinese.title },
} as const

export function searchFileOf(locale: Locale, course: Course): SearchFile {
  const pages: FoundPage[] = []
  const places: WrittenPlace[] = []
  const add = (page: FoundPage, placesOf: (at: number) => readonly WrittenPlace[]) => {
    places.push(...placesOf(pages.length))
    pages.push(page)
  }
  let number = 0
  for (const [slug, { texts, asked }] of course.lessons) {
    const text = textIn(texts, locale)
    number += 1
    const page = { page: slug, kind: 'lesson', title: text.title, number } as const
    add(page, (at) => placesOfLesson(text, textIn(asked, locale), at))
  }
  for (const [slug, { texts }] of course.cases) {
    const text = textIn(texts, locale)
    add({ page: slug, kind: 'fault', title: text.title }, (at) => placesOfFault(text, at))
  }
  const glossary = glossaryIndex(locale, course.glossary, [])
  add({ page: 'glossary', kind: 'reference', title: TITLES[locale].glossary }, (at) =>
    placesOfGlossary(glossary, at),
  )
  add({ page: 'cheatsheet', kind: 'reference', title: sheetTitle(locale) }, (at) =>
    placesOfSheet(locale, at),
  )
  return {
    pages,
    places: places.map(({ at, id, heading, text }) => ({ at, id, heading, text })),
    index: indexOf(pages, places),
  }
}
