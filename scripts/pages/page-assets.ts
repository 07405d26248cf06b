import type { Manifest, ManifestChunk } from 'vite'
import type { PageAssets } from './page-document.ts'

/** Of the app in a browser, in the manifest of its build. */
export const ENTRY = 'src/app/main.ts'

/** The fonts of the first paint in every language: of text and of code, their Latin letters. */
const FIRST_FONTS = /\/(?:inter|jetbrains-mono)-latin-wght-normal\.woff2$/

/**
 * What a page loads at once: the styles of all that was rendered, and the modules that the app
 * waits for before it takes over.
 * @param modules what was rendered, as keys of the manifest. Keys that it does not have are ignored,
 *   here and below: they are modules within another chunk.
 * @param wanted what the app waits for, besides the entry.
 */
export function pageAssets(
  manifest: Manifest,
  modules: readonly string[],
  wanted: readonly string[],
): Omit<PageAssets, 'build'> {
  const entry = manifest[ENTRY]
  if (entry === undefined) throw new Error(`the build has no ${ENTRY}`)
  const shown = chunksOf(manifest, [ENTRY, ...wanted, ...modules])
  return {
    entry: urlOf(entry.file),
    styles: [...new Set(shown.flatMap(({ css = [] }) => css))].map(urlOf),
    preloads: chunksOf(manifest, [ENTRY, ...wanted])
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

/** The chunks of these keys, and those that they import. */
function chunksOf(manifest: Manifest, keys: readonly string[]): readonly ManifestChunk[] {
  const found = new Set<ManifestChunk>()
  const take = (key: string) => {
    const chunk = manifest[key]
    if (chunk === undefined || found.has(chunk)) return
    found.add(chunk)
    chunk.imports?.forEach(take)
  }
  keys.forEach(take)
  return [...found]
}

/** Pages lie one folder below the site's root. */
const ROOT = '../'
const urlOf = (file: string) => ROOT + file
