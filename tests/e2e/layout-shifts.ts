/** What moves in a page, as the browser counts it. */
import type { Page } from '@playwright/test'

/** Collects what the browser counts as a shift, from the first paint on. */
export const observeShifts = () => {
  Object.assign(window, { shifts: [] })
  const nameOf = (node: Node | null) =>
    node instanceof Element
      ? `${node.tagName}.${node.getAttribute('class')}`
      : (node?.textContent ?? 'removed')
  new PerformanceObserver((list) => {
    // TypeScript's library does not know the entries of this type.
    const entries = list.getEntries() as (PerformanceEntry & {
      readonly value: number
      readonly sources: readonly { readonly node: Node | null }[]
    })[]
    for (const { value, sources } of entries) {
      const moved = sources.map(({ node }) => nameOf(node))
      ;(window as { shifts?: string[] }).shifts?.push(`${value.toFixed(4)}: ${moved.join(' | ')}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** After the next two frames, in which what changed was laid out and reported. */
export const settled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
      ),
  )

export const shiftsOf = (page: Page) =>
  page.evaluate(() => (window as { shifts?: string[] }).shifts)
