import { inject, ref, watchEffect, type InjectionKey, type Ref } from 'vue'
import { useI18n } from '../locales/i18n.ts'

/** The title of the page. `create-app` provides it, and `main` shows it in the browser. */
export const documentTitleKey: InjectionKey<Ref<string>> = Symbol('document title')

/** Sets the page's title while the calling screen is shown; without a name, to the app's. */
export function useDocumentTitle(name: () => string | undefined): void {
  const { t } = useI18n()
  const shown = inject(documentTitleKey, () => ref(''), true)
  watchEffect(() => {
    const title = name()
    shown.value = title === undefined ? t('app.name') : `${title} · ${t('app.name')}`
  })
}
