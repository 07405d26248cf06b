/**
 * Starts the app in a browser: takes over the page that was rendered for its address, then shows what
 * depends on the reader.
 */
import '../ui/base.css'
import { createApp, createSSRApp, watchEffect } from 'vue'
import type { RouterHistory } from 'vue-router'
import { hasBegun } from '../core/lesson/way-on.ts'
import { languageOf } from '../core/locale/locale.ts'
import { createUpgradeApp } from './create-app.ts'
import { keepEarlyFragment } from './early-fragment.ts'
import './inline/early-input.ts'
import { showTheme } from './inline/show-theme.ts'
import { fetchAhead } from '../locales/late-part.ts'
import { whenIdle } from '../run/when-idle.ts'
import { loadConfig } from '../stores/config.ts'
import type { Content } from '../stores/content.ts'
import { useCourseStore } from '../stores/course.ts'
import { useEndpointStore } from '../stores/endpoint.ts'
import { useNoticesStore } from '../stores/notices.ts'
import { usePlaceStore } from '../stores/place.ts'
import { useProgressStore } from '../stores/progress.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { createMemoryBackend, type StorageBackend } from '../stores/storage.ts'
import { useWorkspaceStore } from '../stores/workspace.ts'

export interface StartOptions {
  readonly history: RouterHistory
  /** The site's root. */
  readonly siteUrl: string
  readonly content: Content
  /** The text of `config.json`. */
  readonly fetchConfig: () => Promise<string>
}

export function startApp({ history, siteUrl, content, fetchConfig }: StartOptions): void {
  // A host may forbid scripts within the page and allow this one.
  document.documentElement.dataset['scripts'] = ''
  const root = document.querySelector('#app')
  /** The development server sends an empty page. */
  const isRendered = root?.firstElementChild != null

  // A page is rendered for a reader of whom nothing is known, and is taken over as such.
  const beforeReader = createMemoryBackend()
  let storage = (): StorageBackend => beforeReader
  const { app, router, pinia, title } = createUpgradeApp({
    create: isRendered ? createSSRApp : createApp,
    history,
    storage: () => storage(),
    content,
    siteUrl,
  })
  // In the one-file form, the fragment is the address itself.
  if (!history.base.includes('#')) keepEarlyFragment(history, router)
  const endpoint = useEndpointStore(pinia)
  const notices = useNoticesStore(pinia)
  const settings = useSettingsStore(pinia)
  const workspace = useWorkspaceStore(pinia)
  const progress = useProgressStore(pinia)
  const place = usePlaceStore(pinia)
  const openCourse = useCourseStore(pinia)

  /** A part that fails is named, and the others go on. */
  function report(error: unknown): void {
    console.error(error)
    notices.show({ key: 'app.partFailed', params: { message: String(error) }, level: 'error' })
  }
  function attempt(step: () => void): void {
    try {
      step()
    } catch (error) {
      report(error)
    }
  }
  app.config.errorHandler = report

  // Without its screen the app would show less than the page that was rendered.
  const isMounted = router.isReady().then(() => {
    attempt(() => app.mount('#app'))
    attempt(() => window.earlyInput?.replayText())
    attempt(showReader)
    attempt(() => window.earlyInput?.replayPresses())
    delete window.earlyInput
    whenIdle(async () => {
      await fetchAhead()
      // It fetches much: all that this page may need comes first.
      whenIdle(() => void import('./offline.ts').then(({ keepSite }) => keepSite(pinia, siteUrl)))
    })
    whenIdle(() => void import('../ui/tips.ts').then(({ showTips }) => showTips(document)))
  })

  // What it says comes into the page that was taken over, never before.
  const config = loadConfig(fetchConfig, content.scenarioNames)
  void endpoint.configure(isMounted.then(() => config))

  /** Shows what the browser keeps of the reader, and keeps it from here on. */
  function showReader(): void {
    // Even to name it throws where the browser forbids it.
    storage = () => window.localStorage
    settings.refresh()
    endpoint.refresh()
    if (workspace.loadBeneath())
      notices.show({
        key: 'editor.typedEarly',
        level: 'info',
        action: { key: 'editor.takeKept', run: () => workspace.undoReset() },
      })
    progress.refresh()
    place.refresh()

    window.addEventListener('storage', () => {
      workspace.refresh()
      progress.refresh()
      place.refresh()
    })
    // A page that comes back from the history has missed what other tabs stored.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) workspace.refresh()
    })
    // The last keystrokes are stored before the page is left.
    window.addEventListener('pagehide', workspace.flush)
    document.addEventListener('visibilitychange', workspace.flush)

    const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')
    const readSystemTheme = () => {
      settings.systemTheme = prefersDark.matches ? 'dark' : 'light'
    }
    readSystemTheme()
    prefersDark.addEventListener('change', readSystemTheme)

    const page = document.documentElement
    watchEffect(() => {
      showTheme(page, settings.theme)
    })
    watchEffect(() => {
      if (hasBegun(progress.facts)) page.dataset['reader'] = 'back'
      else delete page.dataset['reader']
    })
    watchEffect(() => {
      if (openCourse.slug !== null && openCourse.status === 'ready') place.enter(openCourse.slug)
    })
    watchEffect(() => {
      page.lang = settings.locale
      page.dir = languageOf(settings.locale).dir
    })
    watchEffect(() => {
      if (title.value !== '') document.title = title.value
    })
  }
}
