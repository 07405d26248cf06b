/** Runs within each page before it is painted: what cannot wait for the app. */
import { sayWhenScriptsFail } from './failed-scripts.ts'
import { recordEarlyInput } from './early-input.ts'
import { showTheme } from './show-theme.ts'
import { storedSetting } from './stored-setting.ts'

// No page is painted in the wrong theme.
showTheme(document.documentElement, storedSetting('theme'))
window.earlyInput = recordEarlyInput(document)
sayWhenScriptsFail(document)
