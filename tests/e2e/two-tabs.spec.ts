/** The figure of two pages in one browser, in a real browser. */
import type { Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

const figureOf = (page: Page) => page.getByRole('group', { name: 'Two pages in one browser' })

test('the other page is in as Ada, or isn’t, by keyboard', async ({ page }) => {
  await page.goto('en/figures.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const figure = figureOf(page)
  const choice = (name: string) => figure.getByRole('radio', { name, exact: true })
  const outcome = figure.getByRole('status')
  const other = figure.getByRole('region', { name: 'The other page' })
  // Its component loads after the page's app.
  await expect(async () => {
    await choice('Lax').click()
    await expect(choice('Lax')).toBeChecked({ timeout: 1000 })
  }).toPass()
  await expect(outcome).toHaveText('Ada is in, and nobody else as Ada.')
  await expect(other).toContainText('no Cookie')

  await choice('prizes.example').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(outcome).toHaveText('The other page is in as Ada.')
  await expect(other).toContainText('Origin: https://wiki.chat.example')

  await choice('cookie and Origin').click()
  await expect(outcome).toHaveText('Ada is in, and nobody else as Ada.')
  await expect(other).toContainText('403')
  await choice('a ticket').click()
  await expect(figure.getByRole('region', { name: 'Ada’s page' })).toContainText('auth f81d4fae')
  await expect(other).toContainText('none: no ticket')
  await expectNoViolationsInBothThemes(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('it shows the cookie that goes along from everywhere', async ({ page }) => {
    await page.goto('en/figures.html')
    await expect(figureOf(page).getByRole('status')).toHaveText('The other page is in as Ada.')
    await expect(figureOf(page).getByRole('radio')).toHaveCount(0)
  })
})
