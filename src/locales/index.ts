import { createI18n } from 'vue-i18n'
import { DEFAULT_LOCALE, type Locale } from '../core/locale/locale.ts'
import en from './en/index.ts'
import type { Areas } from './gather.ts'

const others = import.meta.glob<Areas>(['./*/index.ts', '!./en/index.ts'], { import: 'default' })

/** The texts of one app, English until another language is shown. */
export function createTexts() {
  return createI18n<false>({
    legacy: false,
    locale: DEFAULT_LOCALE,
    fallbackLocale: DEFAULT_LOCALE,
    // A translation may be under way; a test lists what is missing.
    missingWarn: false,
    fallbackWarn: false,
    messages: { en },
  })
}

/** The texts of a language; English is shown in place of missing ones. */
export async function textsOf(locale: Locale): Promise<Areas> {
  return locale === DEFAULT_LOCALE ? en : ((await others[`./${locale}/index.ts`]?.()) ?? {})
}

/** Shows the interface in a language, and loads that language the first time. */
export async function showLocale(
  { global }: ReturnType<typeof createTexts>,
  locale: Locale,
): Promise<void> {
  if (!global.availableLocales.includes(locale))
    global.setLocaleMessage(locale, await textsOf(locale))
  global.locale.value = locale
}
