import { loaders } from 'virtual:monaco-texts'

/**
 * Loads Monaco's own texts (its find widget, its menus) in this language, if it has them. They are
 * read while its modules are evaluated: call this before the first of them is imported.
 */
export async function loadMonacoTexts(locale: string): Promise<void> {
  await loaders[locale]?.()
}
