import { createI18n } from 'vue-i18n'
import en from './en.ts'
import type { Messages } from './gather.ts'
import { DEFAULT_LOCALE, type Locale } from '../core/locale/locale.ts'

export const i18n = createI18n<false>({
  legacy: false,
  locale: DEFAULT_LOCALE,
  fallbackLocale: DEFAULT_LOCALE,
  messages: { en },
})

const loaders: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<Record<string, Messages>>>> = {
  'zh-CN': () => import('./zh-CN.ts').then((module) => module.default),
}

/** Loads a language if need be and shows the interface in it. */
export async function showLocale(locale: Locale): Promise<void> {
  if (locale !== 'en' && !i18n.global.availableLocales.includes(locale)) {
    i18n.global.setLocaleMessage(locale, await loaders[locale]())
  }
  i18n.global.locale.value = locale
}
