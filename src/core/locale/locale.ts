interface Language {
  /** What the language calls itself. */
  readonly name: string
  readonly dir: 'ltr' | 'rtl'
  /** Texts that are missing are shown in English and listed by `npm run lessons -- --stale`. */
  readonly isPartial?: true
}

/**
 * The languages of the interface and of the lessons, by BCP 47 tag. A language is a line here and a
 * folder of `src/locales/`; Node reads this list too.
 */
export const LANGUAGES = {
  en: { name: 'English', dir: 'ltr' },
  'zh-CN': { name: '中文', dir: 'ltr' },
} as const satisfies Readonly<Record<string, Language>>

export type Locale = keyof typeof LANGUAGES

// An object literal has exactly the keys of its type.
export const LOCALES = Object.keys(LANGUAGES) as readonly Locale[]

/** The language that every text has. */
export const DEFAULT_LOCALE = 'en' satisfies Locale

/** One value for English, and one for any of the other languages. */
export type ByLocale<T> = Record<typeof DEFAULT_LOCALE, T> & Partial<Record<Locale, T>>

/** A text by language. */
export type Localised = Readonly<ByLocale<string>>

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value)
}

export function languageOf(locale: Locale): Language {
  return LANGUAGES[locale]
}

/** The text in this language, or in English where it has not been translated. */
export function textIn<T>(texts: Readonly<ByLocale<T>>, locale: Locale): T {
  return texts[locale] ?? texts[DEFAULT_LOCALE]
}

/**
 * The first of a browser's languages that the app has; any kind of Chinese gives zh-CN.
 * @param languages `navigator.languages`, best first.
 */
export function localeOfBrowser(languages: readonly string[]): Locale {
  for (const language of languages) {
    const spoken =
      LOCALES.find((locale) => locale.toLowerCase() === language.toLowerCase()) ??
      LOCALES.find((locale) => primaryOf(locale) === primaryOf(language))
    if (spoken !== undefined) return spoken
  }
  return DEFAULT_LOCALE
}

/** The subtag of the language itself: `zh` of `zh-TW`. */
function primaryOf(tag: string): string | undefined {
  return tag.toLowerCase().split('-')[0]
}
