/** The index of MiniSearch: how it is made, and with what it has to be loaded again. */
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch'
import type { FoundPage, WrittenPlace } from './search-file.ts'
import { wordsOf } from './words.ts'

interface IndexedPlace {
  readonly id: number
  /** The title of the page; of a section, its heading. */
  readonly heading: string
  /** Of a section: the title of its page. */
  readonly page: string
  readonly asked: string
  readonly text: string
  readonly beside: string
}

export const OPTIONS: Options<IndexedPlace> = {
  fields: ['heading', 'page', 'asked', 'text', 'beside'],
  tokenize: (text) => wordsOf(text, 'text').map(({ word }) => word),
  // Words come in the form that the index has.
  processTerm: (word) => word,
}

export function indexOf(
  pages: readonly FoundPage[],
  places: readonly WrittenPlace[],
): AsPlainObject {
  const index = new MiniSearch(OPTIONS)
  index.addAll(
    places.map(({ at, id: section, heading, asked, text, beside }, id): IndexedPlace => {
      const title = pages[at]?.title ?? ''
      const isTop = section === ''
      return {
        id,
        heading: isTop ? title : heading,
        page: isTop ? '' : title,
        asked: asked.join('\n'),
        text,
        beside,
      }
    }),
  )
  return index.toJSON()
}
