/**
 * A page that was kept from before an update asks for scripts that are gone. Its text stays, and a
 * line in it says to reload.
 */
export function sayWhenScriptsFail(page: Document): void {
  const say = () => {
    const line = page.querySelector<HTMLElement>('#outdated')
    if (line !== null) line.hidden = false
    // The line is at the end of a page that is still being read.
    else page.addEventListener('DOMContentLoaded', say, { once: true })
  }
  page.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLScriptElement) say()
    },
    true,
  )
  // A part that was to come later.
  window.addEventListener('vite:preloadError', say)
}
