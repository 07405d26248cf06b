import { loaders } from 'virtual:monaco-texts'

/**
 * Loads the texts of Monaco's widgets and menus in this language, if Monaco has them. Call it before
 * the first import of Monaco, whose modules read them.
 */
export async function loadMonacoTexts(locale: string): Promise<void> {
  await loaders[locale]?.()
}
