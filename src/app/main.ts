/** The app of a page of the site. */
import { createWebHistory } from 'vue-router'
import * as course from 'virtual:course'
import { scenarioNames } from 'virtual:scenario-names'
import { loadSearch } from './load-search.ts'
import { siteUrl } from './site-url.ts'
import { startApp } from './start-app.ts'

/** Milliseconds. Without config.json by then, programs run with the defaults. */
const CONFIG_PATIENCE = 4_000

async function fetchConfig(): Promise<string> {
  const response = await fetch(new URL('config.json', siteUrl), {
    cache: 'no-cache',
    signal: AbortSignal.timeout(CONFIG_PATIENCE),
  })
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  return response.text()
}

startApp({
  history: createWebHistory(new URL(siteUrl).pathname),
  siteUrl,
  content: { ...course, scenarioNames, loadSearch },
  fetchConfig,
})
