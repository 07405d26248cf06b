import type { Locale } from '../core/locale/locale.ts'
import type { FindPlaces } from '../core/search/find-places.ts'
import type { SearchFile } from '../core/search/search-file.ts'
import { siteFile } from '../stores/site-file.ts'
import { siteUrl } from './site-url.ts'

/** Loads what finds places in the course in a language. */
export async function loadSearch(locale: Locale): Promise<FindPlaces> {
  const file = siteFile(`search-${locale}.json`, siteUrl)
  const response = await fetch(file, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  // Not before: some browsers remember that a script could not be fetched, and never ask again.
  const searching = import('../core/search/find-places.ts')
  // The same build has made it.
  const content = (await response.json()) as SearchFile
  return (await searching).createSearch(content)
}
