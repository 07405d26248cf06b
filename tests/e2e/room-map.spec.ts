/** The figure of who hears what, in a real browser. */
import type { Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

const figureOf = (page: Page) => page.getByRole('group', { name: 'Who hears what one person says' })

test('it sends to everyone, to the room, and to the others in it, by keyboard', async ({
  page,
}) => {
  await page.goto('en/figures.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const figure = figureOf(page)
  const choice = (name: string) => figure.getByRole('radio', { name, exact: true })
  const outcome = figure.getByRole('status')
  // Its component loads after the page's app.
  await expect(async () => {
    await choice('Cy').click()
    await expect(choice('Cy')).toBeChecked({ timeout: 1000 })
  }).toPass()
  await expect(outcome).toContainText('sends 5: to Ada, Bo, Dot, Cy, and Mal. The other room')

  await choice('everyone').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(outcome).toContainText('sends 2: to Cy and Mal. Cy hears it, too.')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(outcome).toContainText('sends 1: to Mal. Everyone else in the room')
  await choice('Bo').click()
  await expect(outcome).toContainText('sends 2: to Ada and Dot.')
  await expectNoViolationsInBothThemes(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('it shows what Ada says to everyone', async ({ page }) => {
    await page.goto('en/figures.html')
    await expect(figureOf(page).getByRole('status')).toContainText('and sends 5: to Ada')
    await expect(figureOf(page).getByRole('radio')).toHaveCount(0)
  })
})
