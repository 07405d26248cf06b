/** What a language's search file holds, as it is fetched when a reader goes to the search field. */
import type { AsPlainObject } from 'minisearch'

/** A page that can be found. */
export interface FoundPage {
  /** Its name in an address: `closing`, `find-the-fault-two-prices`, `glossary`. */
  readonly page: string
  readonly kind: 'lesson' | 'fault' | 'reference'
  readonly title: string
  /** Of a lesson, from 1. */
  readonly number?: number
}

/** A section of a page, or an entry of the glossary. */
export interface FoundPlace {
  /** Its index in `pages`. */
  readonly at: number
  /** The fragment; empty for the top of the page. */
  readonly id: string
  /** Empty for the top of the page. */
  readonly heading: string
  /** What is read there, each paragraph on a line. */
  readonly text: string
}

/** A place with what is searched and never shown. */
export interface WrittenPlace extends FoundPlace {
  /** What people ask in their own words. */
  readonly asked: readonly string[]
  /** Samples, and what a reader is not to see before its time: options, answers, hints. */
  readonly beside: string
}

export interface SearchFile {
  readonly pages: readonly FoundPage[]
  readonly places: readonly FoundPlace[]
  /** Of MiniSearch, over the places by their index. */
  readonly index: AsPlainObject
}
