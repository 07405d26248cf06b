import type { Manifest } from 'vite'
import type { PageAssets } from './page-document.ts'

/** Of the app in a browser, in the manifest of its build. */
export const ENTRY = 'src/app/main.ts'

/** The fonts of the first paint in every language: of text and of code, their Latin letters. */
const FIRST_FONTS = /\/(?:inter|jetbrains-mono)-latin-wght-normal\.woff2$/

/**
 * What a page loads at once: the styles of all that was rendered, and the modules that the app
 * waits for before it takes over.
 * @param wanted keys of the manifest, besides the entry. Keys that it does not have are ignored:
 *   they are modules within another chunk.
 */
export function pageAssets(manifest: Manifest, wanted: readonly string[]): PageAssets {
  const entry = manifest[ENTRY]
  if (entry === undefined) throw new Error(`the build has no ${ENTRY}`)
  const keys = new Set<string>()
  const take = (key: string) => {
    const chunk = manifest[key]
    if (chunk === undefined || keys.has(key)) return
    keys.add(key)
    chunk.imports?.forEach(take)
  }
  take(ENTRY)
  for (const key of wanted) take(key)
  const chunks = [...keys].flatMap((key) => manifest[key] ?? [])
  return {
    entry: urlOf(entry.file),
    styles: [...new Set(chunks.flatMap(({ css = [] }) => css))].map(urlOf),
    preloads: chunks
      .map(({ file }) => file)
      .filter((file) => file !== entry.file)
      .map(urlOf),
    fonts: Object.values(manifest)
      .filter(({ src = '' }) => FIRST_FONTS.test(src))
      .map(({ file }) => urlOf(file)),
    icon: urlOf('favicon.svg'),
    root: ROOT,
  }
}

/** Pages lie one folder below the site's root. */
const ROOT = '../'
const urlOf = (file: string) => ROOT + file
