/** Loads the texts of each language: those of a page at once, the others with what shows them. */
import { shallowReactive } from 'vue'
import { DEFAULT_LOCALE, languageOf, type Locale } from '../core/locale/locale.ts'
import type { Areas, LanguageTexts } from './gather.ts'
import { createI18n } from './i18n.ts'
import type { Messages } from './messages.ts'

const languages = import.meta.glob<LanguageTexts>('./*/index.ts', { import: 'default' })

// Texts never change, so all apps of a process share what was loaded.
const tables = shallowReactive<Partial<Record<Locale, Areas>>>({})
/** Areas that some part of the screen has asked for. */
const wanted = new Set<string>()

/** The texts of one app. */
export function createTexts() {
  return createI18n(tables)
}

/** Shows the interface in a language, and loads that language the first time. */
export async function showLocale(
  i18n: ReturnType<typeof createTexts>,
  locale: Locale,
): Promise<void> {
  // English is shown in place of texts that a translation under way lacks.
  if (languageOf(locale).isPartial === true) await load(DEFAULT_LOCALE)
  await load(locale)
  i18n.locale.value = locale
}

/** Loads areas in every language that is shown, for a part of the screen that comes later. */
export async function loadTexts(areas: readonly (keyof Messages)[]): Promise<void> {
  for (const area of areas) wanted.add(area)
  // An object's keys are strings; these were put there by `load`.
  await Promise.all((Object.keys(tables) as Locale[]).map(load))
}

/** All texts of a language. */
export async function textsOf(locale: Locale): Promise<Areas> {
  const { atOnce, later } = await languageTexts(locale)
  return { ...atOnce, ...(await loadAreas(later, Object.keys(later))) }
}

async function load(locale: Locale): Promise<void> {
  const { atOnce, later } = await languageTexts(locale)
  const missing = [...wanted].filter((area) => tables[locale]?.[area] === undefined)
  const loaded = await loadAreas(later, missing)
  tables[locale] = { ...atOnce, ...tables[locale], ...loaded }
}

async function languageTexts(locale: Locale): Promise<LanguageTexts> {
  return (await languages[`./${locale}/index.ts`]?.()) ?? { atOnce: {}, later: {} }
}

/** Those of the areas that the language has. */
async function loadAreas(later: LanguageTexts['later'], areas: readonly string[]): Promise<Areas> {
  const loading = areas.flatMap((area) => {
    const texts = later[area]?.()
    return texts === undefined ? [] : [texts.then((loaded) => [area, loaded] as const)]
  })
  return Object.fromEntries(await Promise.all(loading))
}
