/** Finds places for what a reader types. */
import MiniSearch, { type SearchResult } from 'minisearch'
import { contextOf, marked, type Marked } from './context.ts'
import { OPTIONS } from './search-index.ts'
import type { FoundPage, FoundPlace, SearchFile } from './search-file.ts'
import { wordsOf } from './words.ts'

export interface Hit {
  readonly page: FoundPage
  readonly place: FoundPlace
  readonly title: Marked
  readonly heading: Marked
  /** A line of what is read there. */
  readonly context: Marked
}

/** Gives the best place of each page, the best page first; null while nothing telling was typed. */
export type FindPlaces = (query: string) => readonly Hit[] | null

const BOOST = { heading: 3, page: 1.5, asked: 3, text: 1, beside: 0.4 }

/** Against a lesson’s: an entry of the glossary is short, and every word in it weighs much. */
const KINDS = { lesson: 1, fault: 0.7, reference: 0.5 } as const satisfies Record<
  FoundPage['kind'],
  number
>

/** Of the best score: below it, a place is no answer. */
const LEAST = 0.05

/** All of the course is about it. */
const SUBJECT = 'websocket'

export function createSearch({ pages, places, index }: SearchFile): FindPlaces {
  const placeOf = (id: unknown) => places[Number(id)]
  const pageOf = (id: unknown) => pages[placeOf(id)?.at ?? -1]
  const search = MiniSearch.loadJS(index, {
    ...OPTIONS,
    searchOptions: {
      boost: BOOST,
      // The last word may still be being typed.
      prefix: (word, at, words) => word.length >= (at === words.length - 1 ? 1 : 4),
      weights: { prefix: 0.5, fuzzy: 0.3 },
      boostDocument: (id) => {
        const page = pageOf(id)
        return page === undefined ? 0 : KINDS[page.kind]
      },
    },
  })
  const searchWords = (words: readonly string[], misspelt: ReadonlySet<string> = new Set()) =>
    search.search(words.join(' '), {
      tokenize: () => [...words],
      fuzzy: (word) => misspelt.has(word) && (word.length < 8 ? 1 : 2),
    })

  function hitOf({ id, terms, queryTerms }: SearchResult, rarity: ReadonlyMap<string, number>) {
    const [place, page] = [placeOf(id), pageOf(id)]
    if (place === undefined || page === undefined) return null
    const alone = queryTerms.filter((word) => !terms.includes(word) && [...word].length === 1)
    const matched = new Set([...terms, ...alone])
    const weights = new Map([...matched].map((word) => [word, rarity.get(word) ?? 0]))
    return {
      page,
      place,
      title: marked(page.title, matched),
      heading: marked(place.heading, matched),
      context: contextOf(place.text, weights),
    }
  }

  return (query) => {
    const words = tellingWords(query)
    if (words.length === 0) return null
    const misspelt = words.filter((word) => isSpelled(word) && searchWords([word]).length === 0)
    const results = best(searchWords(words, new Set(misspelt)), words.length)
    const rarity = rarityIn(results)
    const hits = new Map<FoundPage, Hit>()
    for (const result of results) {
      const page = pageOf(result.id)
      if (page === undefined || hits.has(page)) continue
      const hit = hitOf(result, rarity)
      if (hit !== null) hits.set(page, hit)
    }
    return [...hits.values()]
  }
}

function tellingWords(query: string): readonly string[] {
  const words = [...new Set(wordsOf(query, 'query').map(({ word }) => word))]
  const telling = words.filter((word) => word !== SUBJECT)
  return telling.length > 0 ? telling : words
}

/** A number with another digit is another number. */
function isSpelled(word: string): boolean {
  return word.length >= 4 && /^\p{Script=Latin}+$/u.test(word)
}

/** All that was asked for in one place weighs more than one rare word of it. */
function best(results: readonly SearchResult[], words: number): readonly SearchResult[] {
  const scored = results
    .map((result) => ({ ...result, score: (result.score * result.queryTerms.length) / words }))
    .sort((one, other) => other.score - one.score)
  const least = (scored[0]?.score ?? 0) * LEAST
  return scored.filter(({ score }) => score >= least)
}

/** What is in few of the places says most of why one was found. */
function rarityIn(results: readonly SearchResult[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { terms } of results)
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return new Map([...counts].map(([term, count]) => [term, 1 / count]))
}
