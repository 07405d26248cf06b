/** The app of the one file that runs from a disk: its addresses are fragments, its files within it. */
import { createWebHashHistory } from 'vue-router'
import * as course from 'virtual:course'
import { scenarioNames } from 'virtual:scenario-names'
import { files } from 'virtual:site-files'
import { localeOfBrowser, LOCALES } from '../core/locale/locale.ts'
import { createSearch } from '../core/search/find-places.ts'
import type { SearchFile } from '../core/search/search-file.ts'
import { firstAddress } from './first-address.ts'
import { startApp } from './start-app.ts'

/** Programs are examined as on a machine of one's own. */
const SITE_URL = 'http://localhost/'
const OWN_ADDRESS = new RegExp(`^#/(?:${LOCALES.join('|')})/.`)

function textOf(file: string): Promise<string> {
  const text = files[file]
  return text === undefined
    ? Promise.reject(new Error(`there is no ${file}`))
    : Promise.resolve(text)
}

if (!OWN_ADDRESS.test(location.hash)) {
  const address = firstAddress(location.hash, localeOfBrowser(navigator.languages))
  history.replaceState(null, '', `#/${address}`)
}

// To a browser, the fragment of a place within a page would be another address.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
  const [, id] = /^#([^/].*)$/.exec(link?.getAttribute('href') ?? '') ?? []
  if (id === undefined) return
  event.preventDefault()
  document.getElementById(decodeURIComponent(id))?.scrollIntoView()
})

startApp({
  history: createWebHashHistory(),
  siteUrl: SITE_URL,
  content: {
    ...course,
    scenarioNames,
    files,
    // Both were made by one build.
    loadSearch: async (locale) =>
      createSearch(JSON.parse(await textOf(`search-${locale}.json`)) as SearchFile),
  },
  fetchConfig: () => textOf('config.json'),
})
