/**
 * The texts of an app: `useI18n` in a component gives `t`, whose keys and parameters are known from
 * the English texts.
 */
import { inject, shallowRef, type App, type InjectionKey, type Ref } from 'vue'
import { DEFAULT_LOCALE, type ByLocale, type Locale } from '../core/locale/locale.ts'
import { fillIn } from './fill-in.ts'
import type { Areas, Texts } from './gather.ts'
import type { TextKey, Translate, Values } from './messages.ts'

/** The texts of an app in the language that it shows. */
export interface I18n {
  readonly locale: Readonly<Ref<Locale>>
  readonly t: Translate
  /** The text under a key that comes as data, such as that of an event's sentence. */
  readonly textOf: (key: string, values?: Values, count?: number) => string
  readonly has: (key: string) => key is TextKey
}

const i18nKey: InjectionKey<I18n> = Symbol('i18n')

/**
 * @param tables the texts of each language, which may still be loading. What a language lacks is
 *   shown in English if that is there; a key without a text is shown as it is.
 */
export function createI18n(tables: Readonly<Partial<Record<Locale, Areas>>>) {
  const locale = shallowRef<Locale>(DEFAULT_LOCALE)
  const find = (key: string) => textAt(tables[locale.value], key) ?? textAt(tables.en, key)
  const textOf: I18n['textOf'] = (key, values, count) => fillIn(find(key) ?? key, values, count)
  const i18n = {
    locale,
    textOf,
    t: (key, ...[values, count]) => textOf(key, values, count),
    has: (key): key is TextKey => find(key) !== undefined,
  } satisfies I18n
  return { ...i18n, install: (app: App) => void app.provide(i18nKey, i18n) }
}

/** Call in `setup`. What the functions return follows the language. */
export function useI18n(): I18n {
  const i18n = inject(i18nKey)
  if (i18n === undefined) throw new Error('the app has no texts')
  return i18n
}

/** For a component that brings its own texts, as a figure does. Call in `setup`. */
export function useOwnTexts<T extends Texts>(
  own: Readonly<ByLocale<Texts> & Record<typeof DEFAULT_LOCALE, T>>,
): Pick<I18n, 'textOf' | 'locale'> & { readonly t: Translate<T> } {
  const { locale } = useI18n()
  const textOf: I18n['textOf'] = (key, values, count) =>
    fillIn(textAt(own[locale.value], key) ?? textAt(own.en, key) ?? key, values, count)
  return { locale, textOf, t: (key, ...[values, count]) => textOf(key, values, count) }
}

/** The text under a key with dots. */
function textAt(texts: Texts | undefined, key: string): string | undefined {
  let found: string | Texts | undefined = texts
  for (const name of key.split('.')) {
    if (typeof found !== 'object' || !Object.hasOwn(found, name)) return undefined
    found = found[name]
  }
  return typeof found === 'string' ? found : undefined
}
