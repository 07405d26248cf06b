import { isLocale, type Locale } from '../core/locale/locale.ts'

/** `#/en`, `#/en/play`, `#/en/lesson/closing?at=codes`: the addresses of earlier versions. */
const EARLIER = /^#\/([\w-]+)(?:\/(?:lesson\/)?([\w-]+))?(?:\?at=([\w-]+))?\/?$/

/**
 * Where `index.html` leads to, relative to it.
 * @param fragment `location.hash`: an address of an earlier version leads to its page.
 * @param preferred the reader's language, for an address that names none.
 */
export function firstAddress(fragment: string, preferred: Locale): string {
  const [, locale, page = 'index', section] = EARLIER.exec(fragment) ?? []
  if (!isLocale(locale)) return `${preferred}/index.html`
  return `${locale}/${page}.html${section === undefined ? '' : `#${section}`}`
}
