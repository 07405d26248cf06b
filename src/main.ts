import './ui/base.css'
import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'
import App from './App.vue'
import { i18n, showLocale } from './locales/index.ts'
import { isLocale } from './locales/locale.ts'
import { createAppRouter } from './router.ts'
import { useNoticesStore } from './stores/notices.ts'
import { useSettingsStore } from './stores/settings.ts'
import { createStorage, storageKey } from './stores/storage.ts'

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

const settings = useSettingsStore()

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
  await showLocale(locale)
  settings.locale = locale
  document.documentElement.lang = locale
})

app.use(i18n).use(router)
void router.isReady().then(() => app.mount('#app'))
