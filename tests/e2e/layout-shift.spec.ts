/** Fonts that arrive late, and the app that takes a page over, move nothing that is seen. */
import type { Page } from '@playwright/test'
import { LOCALES } from '../../src/core/locale/locale.ts'
import { expect, test } from './test.ts'

/** Holds back what matches until it is let go. */
async function hold(page: Page, pattern: string): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(pattern, async (route) => {
    await held
    await route.continue()
  })
  return letGo
}

/** Collects what the browser counts as a shift, from the first paint on. */
const observeShifts = () => {
  const shifts: string[] = []
  Object.assign(window, { shifts })
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
      shifts.push(`${value.toFixed(4)}: ${moved.join(' | ')}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** After the next two frames, in which what changed was laid out and reported. */
const settled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
      ),
  )

const shiftsOf = (page: Page) => page.evaluate(() => (window as { shifts?: string[] }).shifts)

const PAGES = ['index', 'play', 'first-echo']

for (const locale of LOCALES)
  for (const width of [1440, 1024, 390])
    test(`nothing moves while fonts and app arrive, ${locale}, ${width} pixels wide`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.addInitScript(observeShifts)
      for (const name of PAGES)
        await test.step(name, async () => {
          const letFontsGo = await hold(page, '**/*.woff2')
          const letAppGo = await hold(page, '**/assets/app-*.js')
          await page.goto(`${locale}/${name}.html`, { waitUntil: 'commit' })
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await settled(page)
          letFontsGo()
          await page.evaluate(() => document.fonts.ready)
          await settled(page)
          expect(await shiftsOf(page), 'when the fonts arrive').toEqual([])
          letAppGo()
          await page.waitForFunction(() => !('earlyInput' in window))
          await settled(page)
          expect(await shiftsOf(page), 'when the app arrives').toEqual([])
          await page.unrouteAll()
        })
    })
