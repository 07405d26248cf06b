/**
 * The app without a page: a browser mounts it, Node renders it to HTML. Its caller provides storage,
 * history and languages. Two apps in one process share nothing.
 */
import { provideSSRWidth } from '@vueuse/core'
import { createPinia } from 'pinia'
import { ref, type Component, type CreateAppFunction } from 'vue'
import type { RouterHistory } from 'vue-router'
import App from './App.vue'
import { openPlace } from './open-place.ts'
import { isLocale } from '../core/locale/locale.ts'
import { createTexts, showLocale } from '../locales/index.ts'
import { createAppRouter } from './router.ts'
import { documentTitleKey } from '../screens/document-title.ts'
import { builtIn, type Content } from '../stores/content.ts'
import { useEndpointStore } from '../stores/endpoint.ts'
import { useNoticesStore, type NoticeContent } from '../stores/notices.ts'
import { useSettingsStore } from '../stores/settings.ts'
import {
  appStorage,
  createStorage,
  type StorageBackend,
  type StorageProblem,
} from '../stores/storage.ts'
import { translate } from '../stores/translate.ts'
import { nameOf, useUnreadableStore } from '../stores/unreadable.ts'

export interface UpgradeAppOptions {
  /** Vue's `createApp`, or `createSSRApp` to render HTML or take it over. */
  readonly create: CreateAppFunction<Element>
  /** A part of the app that makes a page; by default the whole app. */
  readonly root?: Component
  readonly history: RouterHistory
  /** Where settings, programs and progress are kept. */
  readonly storage: () => StorageBackend
  readonly content: Content
  /** The site's root. The addresses of lab servers may be relative to it. */
  readonly siteUrl: string
}

/** Pixels. */
const WIDE = 1440

export function createUpgradeApp(options: UpgradeAppOptions) {
  const app = options.create(options.root ?? App)
  const pinia = createPinia()
  const i18n = createTexts()
  const title = ref('')
  // A page is rendered, and taken over, as for a wide window; its style sheet knows better.
  provideSSRWidth(WIDE, app)
  app.use(pinia).use(i18n).provide(documentTitleKey, title)

  const notices = useNoticesStore(pinia)
  const showUnreadable = (): void => {
    useUnreadableStore(pinia).show()
    // It shows all that was told of, and a notice would lie over it.
    for (const { id, action } of notices.notices)
      if (action?.run === showUnreadable) notices.dismiss(id)
  }
  const storage = createStorage(options.storage, (problem) =>
    notices.show(noticeOf(problem, showUnreadable)),
  )
  appStorage.give(pinia, storage)
  builtIn.give(pinia, options.content)
  translate.give(pinia, i18n.t)
  useEndpointStore(pinia).siteUrl = options.siteUrl

  const settings = useSettingsStore(pinia)
  const router = createAppRouter(options.history)
  const showError = (key: 'app.languageFailed' | 'app.screenFailed', error: unknown) =>
    notices.show({ key, params: { message: String(error) }, level: 'error' })
  router.beforeResolve(async (to) => {
    const locale = to.params['locale']
    if (!isLocale(locale)) return
    // The lesson can be read even if the interface stays in English.
    await Promise.all([showLocale(i18n, locale), openPlace(pinia, to, locale)]).catch((error) =>
      showError('app.languageFailed', error),
    )
    settings.locale = locale
  })
  router.onError((error) => {
    // A script that is gone: the page has words for it, `inline/trouble.ts`.
    const isSaid = document.querySelector('#trouble')?.hasAttribute('hidden') === false
    if (!isSaid) showError('app.screenFailed', error)
  })
  app.use(router)

  return { app, router, pinia, i18n, title }
}

function noticeOf(problem: StorageProblem, showUnreadable: () => void): NoticeContent {
  const { kind } = problem
  if (kind !== 'unreadable') return { key: `storage.${kind}`, level: 'warning' }
  const { value } = problem
  return {
    key: value.isNewer ? 'storage.newer' : 'storage.unreadable',
    params: { name: nameOf(value) },
    level: 'warning',
    action: { key: 'storage.show', run: showUnreadable },
  }
}
