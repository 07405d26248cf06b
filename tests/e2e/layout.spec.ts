/**
 * It fits: at seven sizes, in both languages, with letters twice as large, and for a thumb. One page
 * is walked through its states, so that a size costs one load.
 */
import type { Page } from '@playwright/test'
import { LOCALES } from '../../src/core/locale/locale.ts'
import { layoutFaults, roomOf } from './layout/faults.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const SIZES = [
  [1920, 1080],
  [1440, 900],
  [1100, 800],
  [1024, 768],
  [720, 1000],
  [390, 844],
  // 1440 × 900 at a zoom of 200 %.
  [720, 450],
] as const

/** Data of the program. The details of the event have it whole. */
const MAY_BE_CUT = '.item, .summary'
/** A program, and octets in columns. */
const MAY_SCROLL_SIDEWAYS = '.plain, .dump'

/** Collects what is wrong in each state that the page is walked through. */
class LayoutWalk {
  readonly #faults = new Set<string>()
  readonly #page: Page
  readonly #target: number
  locale = ''

  constructor(page: Page, target: number) {
    this.#page = page
    this.#target = target
  }

  async look(state: string): Promise<void> {
    const wanted = {
      target: this.#target,
      mayBeCut: MAY_BE_CUT,
      mayScrollSideways: MAY_SCROLL_SIDEWAYS,
    }
    for (const fault of await this.#page.evaluate(layoutFaults, wanted))
      this.#found(`${state}: ${fault}`)
  }

  expect(holds: boolean, fault: string): void {
    if (!holds) this.#found(fault)
  }

  /** What is seen before a step fails is reported too. */
  #found(fault: string): void {
    const isNew = !this.#faults.has(fault.replace(/^[^:]*: /, ''))
    this.#faults.add(fault.replace(/^[^:]*: /, ''))
    if (isNew) expect.soft(null, `${this.locale}, ${fault}`).toBe('no fault')
  }
}

/** Smaller than the smallest size, counted in letters: 1024 × 768 with letters twice as large. */
function isTiny(): boolean {
  const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return innerWidth / letter < 24 || innerHeight / letter < 28
}

/** Shows a pane where one covers the others; elsewhere it is in sight anyway. */
async function show(screen: WorkScreen, pane: 'lesson' | 'code' | 'wire'): Promise<void> {
  const tab = screen.page
    .getByRole('navigation', { name: screen.text('app.panes.choose') })
    .getByRole('button', { name: screen.text(`app.panes.${pane}`) })
  if (await tab.isVisible()) await tab.click()
}

async function walkThrough(page: Page, target = 0): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('en/first-echo.html')
  const walk = new LayoutWalk(page, target)
  for (const locale of LOCALES) {
    const screen = new WorkScreen(page, locale)
    walk.locale = locale
    if (locale !== LOCALES[0])
      await page
        .getByRole('button', { name: new WorkScreen(page, LOCALES[0]).text('app.languageSwitch') })
        .click()
    await expect(screen.lesson).toBeVisible()
    await walk.look('a lesson')
    const { lesson } = await page.evaluate(roomOf)
    const { width } = page.viewportSize() ?? { width: 0 }
    walk.expect(lesson !== null && lesson >= Math.min(440, width), `lesson of ${lesson} pixels`)

    await show(screen, 'code')
    await walk.look('its program')
    if (locale === LOCALES[0]) await screen.runToEnd()
    await walk.look('the program that ran')
    await expect(screen.console.getByRole('treeitem').first()).toBeVisible()
    const { consoleRows, columns } = await page.evaluate(roomOf)
    const isTablet = target > 0 && width >= 768
    // On a tablet, where the wire is below, two rows for a finger are as high as four.
    const few = isTablet || (await page.evaluate(isTiny))
    walk.expect((consoleRows ?? 0) >= (few ? 2 : 3), `${consoleRows} rows of console`)
    if (width >= 1440 && target === 0 && (columns ?? 0) < 60)
      walk.expect(false, `${columns} columns of code`)

    await show(screen, 'wire')
    await screen.viewTab('wire').click()
    await expect(screen.wire.getByRole('option').first()).toBeVisible()
    await walk.look('the wire')
    const { wireRows, statesInOnePiece } = await page.evaluate(roomOf)
    walk.expect(
      (wireRows ?? 0) >= ((await page.evaluate(isTiny)) ? 2 : 5),
      `${wireRows} rows of the wire`,
    )
    walk.expect(statesInOnePiece, 'a state in two lines')
    for (const view of ['log', 'handshake', 'charts', 'wire']) {
      await screen.viewTab(view).click()
      await walk.look(view)
    }
    await screen.wire.press('ArrowDown')
    await screen.wire.press('End')
    await expect(page.getByRole('region', { name: screen.text('inspector.title') })).toBeVisible()
    await walk.look('an event')
    await screen.wire.press('Escape')

    await show(screen, 'lesson')
    await walk.look('the lesson after a run')
    await page.getByRole('button', { name: screen.text('topbar.help') }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await walk.look('help')
    await page.keyboard.press('Escape')
    // In a narrow window it is beside the code.
    await show(screen, 'code')
    await page.getByRole('button', { name: screen.text('endpoint.title') }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await walk.look('endpoint')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await show(screen, 'lesson')
  }
  // The last language's pages of reference, the course and free play.
  const screen = new WorkScreen(page, LOCALES.at(-1))
  for (const reference of ['glossary', 'cheatsheet', 'figures'] as const) {
    await page.getByRole('button', { name: screen.text('topbar.help') }).click()
    await page.getByRole('link', { name: screen.text(`help.${reference}`) }).click()
    await expect(page).toHaveURL(new RegExp(`${reference}\\.html$`))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await walk.look(reference)
  }
  await page.getByRole('banner').getByRole('link').first().click()
  await expect(page).toHaveURL(/index\.html$/)
  await walk.look('the course')
  await page
    .getByRole('link', { name: screen.text('app.play') })
    .first()
    .click()
  await expect(page).toHaveURL(/play\.html$/)
  await expect(screen.editor).toBeAttached()
  await walk.look('free play')
}

for (const [width, height] of SIZES)
  test(`everything fits, ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await walkThrough(page)
  })

/** Two sizes are left out: a window of 22 by 14 letters, or 12 by 26, is less than WCAG 1.4.10 asks for. */
const isLargeEnough = ([width, height]: (typeof SIZES)[number]) => width >= 640 && height >= 512

for (const [width, height] of SIZES.filter(isLargeEnough))
  test(`everything fits with letters twice as large, ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    // As a reader sets it in the browser.
    const browser = await page.context().newCDPSession(page)
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
    await walkThrough(page)
  })

for (const [width, height] of [
  [1024, 768],
  [390, 844],
] as const)
  test.describe('with a thumb', () => {
    test.use({ viewport: { width, height }, hasTouch: true, isMobile: true })

    test(`everything fits and is 44 pixels large, ${width} × ${height}`, async ({ page }) => {
      await walkThrough(page, 44)
    })
  })
