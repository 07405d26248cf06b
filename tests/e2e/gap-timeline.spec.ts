/** The figure of a page that is away for a while, in a real browser. */
import type { Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

const figureOf = (page: Page) =>
  page.getByRole('group', { name: 'A page that is away for a while' })

test('what it misses depends on what it says when it’s back', async ({ page }) => {
  await page.goto('en/figures.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const figure = figureOf(page)
  const choice = (name: string) => figure.getByRole('radio', { name, exact: true })
  const outcome = figure.getByRole('status')
  // Its component loads after the page's app.
  await expect(async () => {
    await choice('4 s').click()
    await expect(choice('4 s')).toBeChecked({ timeout: 1000 })
  }).toPass()
  await expect(outcome).toContainText('Once: 9. Missing: 9. Twice: 0.')

  await choice('join').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(outcome).toContainText('Once: 18. Missing: 0. Twice: 0.')
  await choice('all of it').click()
  await expect(outcome).toContainText('Once: 13. Missing: 0. Twice: 5.')
  await expectNoViolationsInBothThemes(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('it shows what a page misses that just joins', async ({ page }) => {
    await page.goto('en/figures.html')
    await expect(figureOf(page).getByRole('status')).toContainText('Missing: 5.')
    await expect(figureOf(page).getByRole('radio')).toHaveCount(0)
  })
})
