/** Fonts that arrive late leave a page as long as it was; the app that takes it over moves nothing. */
import type { Page } from '@playwright/test'
import { LOCALES } from '../../src/core/locale/locale.ts'
import { observeShifts, settled, shiftsOf } from './layout-shifts.ts'
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

/** The height of each block, pixels, with the words it begins with. */
const heightsOf = (page: Page) =>
  page
    .locator('h1, h2, h3, p, li, pre, label, button, textarea, [role="tab"]')
    .evaluateAll((elements) =>
      elements.map((element) => ({
        words: (element.textContent ?? '').trim().slice(0, 40),
        height: Math.round(element.getBoundingClientRect().height),
      })),
    )
type Heights = Awaited<ReturnType<typeof heightsOf>>

/** A line of prose, pixels. */
const LINE = 27
const total = (blocks: Heights) => blocks.reduce((sum, { height }) => sum + height, 0)

/** The fallbacks are as wide as the fonts on average: a paragraph may break a word earlier or later. */
function expectSameLength(before: Heights, after: Heights): void {
  const grown = after.filter(({ height }, index) => {
    const was = before[index]?.height ?? 0
    return Math.abs(height - was) > LINE
  })
  expect(grown, 'blocks that differ by more than a line').toEqual([])
  expect(Math.abs(total(after) / total(before) - 1)).toBeLessThan(0.02)
}

const PAGES = ['index', 'play', 'first-echo', 'glossary', 'cheatsheet']

for (const locale of LOCALES)
  for (const width of [1440, 1024, 390])
    test(`fonts keep the length of a page, and the app moves nothing, ${locale}, ${width} pixels wide`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.addInitScript(observeShifts)
      for (const name of PAGES)
        await test.step(name, async () => {
          const letFontsGo = await hold(page, '**/*.woff2')
          const letAppGo = await hold(page, '**/assets/app-*.js')
          await page.goto(`${locale}/${name}.html`, { waitUntil: 'commit' })
          // Before its styles are there, the course page has both of its headers.
          await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
          await settled(page)
          const before = await heightsOf(page)
          letFontsGo()
          await page.evaluate(() => document.fonts.ready)
          await settled(page)
          expectSameLength(before, await heightsOf(page))
          await page.evaluate(() => Object.assign(window, { shifts: [] }))
          letAppGo()
          await page.waitForFunction(() => !('earlyInput' in window))
          await settled(page)
          expect(await shiftsOf(page), 'when the app arrives').toEqual([])
          await page.unrouteAll()
        })
    })
