/** The app in a browser: mounts it, sets the page's theme, language and title, loads config.json. */
import '../ui/base.css'
import { createApp, watchEffect } from 'vue'
import { createWebHashHistory } from 'vue-router'
import * as course from 'virtual:course'
import { scenarioNames } from 'virtual:scenario-names'
import { languageOf } from '../core/locale/locale.ts'
import { createUpgradeApp } from './create-app.ts'
import { loadConfig } from '../stores/config.ts'
import { useEndpointStore } from '../stores/endpoint.ts'
import { useProgressStore } from '../stores/progress.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useWorkspaceStore } from '../stores/workspace.ts'

/** Milliseconds. Without config.json by then, programs run with the defaults. */
const CONFIG_PATIENCE = 4_000

const { app, router, pinia, title } = createUpgradeApp({
  create: createApp,
  history: createWebHashHistory(),
  storage: () => window.localStorage,
  content: { ...course, scenarioNames },
  languages: () => navigator.languages,
  pageUrl: document.baseURI,
})
const settings = useSettingsStore(pinia)
const workspace = useWorkspaceStore(pinia)
const progress = useProgressStore(pinia)

void useEndpointStore(pinia).configure(loadConfig(fetchConfig, scenarioNames))

async function fetchConfig(): Promise<string> {
  const response = await fetch('config.json', {
    cache: 'no-cache',
    signal: AbortSignal.timeout(CONFIG_PATIENCE),
  })
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  return response.text()
}

// The last keystrokes are stored before the page is left.
window.addEventListener('pagehide', workspace.flush)
document.addEventListener('visibilitychange', workspace.flush)

window.addEventListener('storage', () => {
  workspace.refresh()
  progress.refresh()
})

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')
const readSystemTheme = () => {
  settings.systemTheme = prefersDark.matches ? 'dark' : 'light'
}
readSystemTheme()
prefersDark.addEventListener('change', readSystemTheme)

const page = document.documentElement
watchEffect(() => {
  page.dataset['theme'] = settings.effectiveTheme
})
watchEffect(() => {
  page.lang = settings.locale
  page.dir = languageOf(settings.locale).dir
})
watchEffect(() => {
  if (title.value !== '') document.title = title.value
})

void router.isReady().then(() => app.mount('#app'))
