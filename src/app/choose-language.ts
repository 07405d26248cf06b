/** The script of `index.html`: leads to the course in the reader's language. */
import { isLocale, localeOfBrowser, type Locale } from '../core/locale/locale.ts'
import { firstAddress } from './first-address.ts'

location.replace(
  firstAddress(location.hash, chosenLocale() ?? localeOfBrowser(navigator.languages)),
)

/** The language that the reader chose. It is read here without the stores, which would be loaded for it. */
function chosenLocale(): Locale | undefined {
  try {
    const { locale } = Object(JSON.parse(localStorage.getItem('upgrade101/settings') ?? ''))
    return isLocale(locale) ? locale : undefined
  } catch {
    // Nothing is stored, or the browser forbids to look.
    return undefined
  }
}
