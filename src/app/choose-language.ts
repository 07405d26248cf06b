/** The script of `index.html`: leads to the course in the reader's language. */
import { isLocale, localeOfBrowser } from '../core/locale/locale.ts'
import { firstAddress } from './first-address.ts'
import { storedValue } from './inline/stored-value.ts'

const chosen = storedValue('settings', 'locale')
const preferred = isLocale(chosen) ? chosen : localeOfBrowser(navigator.languages)
location.replace(firstAddress(location.hash, preferred))
