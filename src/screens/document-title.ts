import { watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'

/** Names the page while the calling screen is shown. Without a name it has the app's. */
export function useDocumentTitle(name: () => string | undefined): void {
  const { t } = useI18n()
  watchEffect(() => {
    const title = name()
    document.title = title === undefined ? t('app.name') : `${title} · ${t('app.name')}`
  })
}
