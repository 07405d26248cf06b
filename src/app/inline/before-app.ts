/** Runs within each page before it is painted: what cannot wait for the app. */
import { recordEarlyInput } from './early-input.ts'
import { showTheme } from './show-theme.ts'
import { storedValue } from './stored-value.ts'
import { sayWhenScriptsFail } from './trouble.ts'

// The style sheet has words for a page in which not even this runs.
document.documentElement.dataset['scripts'] = ''
// No page is painted in the wrong theme.
showTheme(document.documentElement, storedValue('settings', 'theme'))
window.earlyInput = recordEarlyInput(document)
sayWhenScriptsFail(document)
