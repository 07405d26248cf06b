/** The course's page: its header for a newcomer, and the one for a reader who comes back. */
import type { Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
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

/** A browser in which somebody has worked on the course and was in `ready-state` last. */
async function asReturningReader(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // Not in the sandbox, which has no storage; and only once.
    if (self !== top || localStorage.length > 0) return
    const done = { solved: true, tasks: [], predictions: {} }
    const begun = { solved: false, tasks: ['opening'], predictions: {}, outcomes: {} }
    const lessons = { 'first-echo': done, 'ready-state': begun }
    localStorage.setItem('upgrade101/progress', JSON.stringify({ version: 1, lessons }))
    const place = { version: 1, slug: 'ready-state', at: Date.now() }
    localStorage.setItem('upgrade101/place', JSON.stringify(place))
  })
}

/** The header of a page before the app is there, and what of it moves or changes when it comes. */
async function expectSameHeader(page: Page, heading: string): Promise<void> {
  await page.addInitScript(observeShifts)
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 })
    const letFontsGo = await hold(page, '**/*.woff2')
    const letAppGo = await hold(page, '**/assets/app-*.js')
    await page.goto('en/index.html', { waitUntil: 'commit' })
    const header = page.locator('header', { has: page.getByRole('heading', { level: 1 }) })
    await expect(header).toHaveCount(1)
    await expect(header.getByRole('heading', { level: 1 })).toHaveText(heading)
    await settled(page)
    expect(await shiftsOf(page), `${width} pixels wide, before the app`).toEqual([])
    // Fonts that arrive may move a word within its line: `layout-shift.spec.ts`.
    letFontsGo()
    await page.evaluate(() => document.fonts.ready)
    await settled(page)
    await page.evaluate(() => Object.assign(window, { shifts: [] }))
    const before = await header.innerText()
    letAppGo()
    await page.waitForFunction(() => !('earlyInput' in window))
    await settled(page)
    expect(await header.innerText()).toBe(before)
    expect(await shiftsOf(page), `${width} pixels wide, when the app arrives`).toEqual([])
    await page.unrouteAll()
  }
}

test('a newcomer is told what the course is, and begins with its first lesson', async ({
  page,
}) => {
  await expectSameHeader(page, 'WebSocket, byte by byte')
  await expectNoViolationsInBothThemes(page)
  await page.getByRole('link', { name: 'Begin' }).click()
  await expect(page).toHaveURL(/\/en\/first-echo\.html$/)
})

test('a reader who comes back goes on at the step that is open, and can start over', async ({
  page,
}) => {
  await asReturningReader(page)
  await expectSameHeader(page, 'Go on where you were')
  await expect(page.getByText('Connections · lesson 4 of')).toContainText('today')
  await expect(page.getByRole('listitem').filter({ hasText: 'First connection' })).toContainText(
    'solved',
  )
  await expectNoViolationsInBothThemes(page)

  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('link', { name: /^Go on: Four states/ }).click()
  await expect(page).toHaveURL(/\/en\/ready-state\.html#question-[a-z-]+$/)
  const step = page.locator(new URL(page.url()).hash)
  await expect(step).toBeInViewport()

  await page.getByRole('link', { name: 'Overview' }).click()
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByRole('link', { name: 'Begin' })).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Go on where you were')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  // The browser reports each script that it was told not to run.
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('everybody is a newcomer', async ({ page }) => {
    await page.goto('en/index.html')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('WebSocket, byte by byte')
    await expect(page.getByRole('link', { name: /^Go on/ })).toHaveCount(0)
  })
})
