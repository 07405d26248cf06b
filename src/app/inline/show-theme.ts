import { THEME_BARS } from './theme-bars.ts'

/**
 * Shows a page in the theme that the reader chose, or else in the system's. The tokens follow by
 * `light-dark()` and `color-scheme`; so does the browser's bar.
 * @param theme as it is stored: anything but `light` and `dark` means the system's.
 */
export function showTheme(page: HTMLElement, theme: unknown): void {
  const chosen = theme === 'light' || theme === 'dark' ? theme : null
  if (chosen === null) delete page.dataset['theme']
  else page.dataset['theme'] = chosen
  // Until the style sheet is there, this alone says how dark an empty page is.
  const meta = page.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')
  if (meta !== null) meta.content = chosen ?? 'light dark'
  for (const bar of page.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const scheme = bar.content === THEME_BARS.dark ? 'dark' : 'light'
    if (chosen === null) bar.media = `(prefers-color-scheme: ${scheme})`
    else bar.media = chosen === scheme ? 'all' : 'not all'
  }
}
