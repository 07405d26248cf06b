/** Runs within each page before it is painted: what cannot wait for the app. */
import { sayWhenScriptsFail } from './failed-scripts.ts'
import { recordEarlyInput } from './early-input.ts'
import { themeOfReader } from './theme-of-reader.ts'

// No page is painted in the wrong theme.
document.documentElement.dataset['theme'] = themeOfReader()
window.earlyInput = recordEarlyInput(document)
sayWhenScriptsFail(document)
