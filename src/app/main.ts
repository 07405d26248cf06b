import './zod-without-eval.ts'
import '../ui/base.css'
import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'
import * as content from 'virtual:course'
import { scenarioNames } from 'virtual:scenario-names'
import App from './App.vue'
import { i18n, showLocale } from '../locales/index.ts'
import { isLocale } from '../core/locale/locale.ts'
import { createAppRouter } from './router.ts'
import { loadConfig } from '../stores/config.ts'
import { contentKey } from '../stores/content.ts'
import { useCourseStore } from '../stores/course.ts'
import { useEndpointStore } from '../stores/endpoint.ts'
import { useNoticesStore } from '../stores/notices.ts'
import { useProgressStore } from '../stores/progress.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { createStorage, storageKey } from '../stores/storage.ts'
import { useWorkspaceStore } from '../stores/workspace.ts'

/** A site that does not answer must not keep the app from starting, milliseconds. */
const CONFIG_PATIENCE = 4_000

const app = createApp(App)
const pinia = createPinia()
app.use(pinia)

const notices = useNoticesStore()
app.provide(
  storageKey,
  createStorage(
    () => window.localStorage,
    (problem) =>
      notices.show(
        problem.kind === 'corrupt'
          ? {
              key: 'storage.corrupt',
              params: { key: problem.key, movedTo: problem.movedTo },
              level: 'warning',
            }
          : { key: `storage.${problem.kind}`, level: 'warning' },
      ),
  ),
)

app.provide(contentKey, { ...content, scenarioNames })

const settings = useSettingsStore()
const endpoint = useEndpointStore()
const workspace = useWorkspaceStore()
const progress = useProgressStore()

endpoint.pageUrl = document.baseURI
const configured = loadConfig(fetchConfig, scenarioNames).then((result) => {
  if (result.ok) endpoint.config = result.config
  else {
    const { reason, params } = result.problem
    notices.show({ key: `endpoint.config.${reason}`, params, level: 'error' })
  }
})

async function fetchConfig(): Promise<string> {
  const response = await fetch('config.json', {
    cache: 'no-cache',
    signal: AbortSignal.timeout(CONFIG_PATIENCE),
  })
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  return response.text()
}

// What was typed last is stored before the page is left.
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
watch(
  () => settings.effectiveTheme,
  (theme) => {
    document.documentElement.dataset['theme'] = theme
  },
  { immediate: true },
)

const router = createAppRouter(() => settings.preferredLocale(navigator.languages))
router.beforeEach(async (to) => {
  const locale = to.params['locale']
  if (!isLocale(locale)) return
  try {
    const outline = to.name === 'course' ? useCourseStore().outlineIn(locale) : undefined
    await Promise.all([showLocale(locale), outline])
  } catch (error) {
    // The texts could not be fetched: the lesson may still come, around it English stays.
    notices.show({ key: 'app.languageFailed', params: { message: String(error) }, level: 'error' })
  }
  settings.locale = locale
  document.documentElement.lang = locale
})

router.onError((error) =>
  notices.show({ key: 'app.screenFailed', params: { message: String(error) }, level: 'error' }),
)

app.use(i18n).use(router)
void Promise.all([router.isReady(), configured]).then(() => app.mount('#app'))
