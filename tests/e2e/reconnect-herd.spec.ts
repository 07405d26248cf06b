/** The figure of two hundred clients that reconnect, in a real browser. */
import type { Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

async function open(page: Page) {
  await page.goto('en/figures.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const figure = page.getByRole('group', { name: 'Two hundred clients that reconnect' })
  return {
    choice: (name: string) => figure.getByRole('radio', { name, exact: true }),
    outcome: figure.getByRole('status'),
  }
}

test('chance spreads the attempts, and brings half of the clients back sooner', async ({
  page,
}) => {
  const { choice, outcome } = await open(page)
  await expect(outcome).toContainText('At worst, 200 attempts in half a second; 800 in all.')
  // Its component loads after the page's app.
  await expect(async () => {
    await choice('10 s').focus()
    await page.keyboard.press('ArrowLeft')
    // The arrow chooses as long as it is held; this press may be too short.
    await page.keyboard.press('Space')
    await expect(choice('2 s')).toBeChecked({ timeout: 1000 })
  }).toPass()
  await expect(outcome).toContainText('400 in all')
  await choice('10 s').click()
  await expect(outcome).toContainText('800 in all')
  await expect(async () => {
    await choice('random, up to that').click()
    await expect(choice('random, up to that')).toBeChecked({ timeout: 1000 })
  }).toPass()
  await expect(outcome).not.toContainText('At worst, 200')
  await expect(outcome).toContainText(/Half of the clients are back after 1[0-4]/)

  await choice('1 s').click()
  await expect(outcome).toContainText('all of them after 11')
  await expectNoViolationsInBothThemes(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('it shows clients that come back in step', async ({ page }) => {
    await page.goto('en/figures.html')
    const figure = page.getByRole('group', { name: 'Two hundred clients that reconnect' })
    await expect(figure.getByRole('status')).toContainText('At worst, 200 attempts')
    await expect(figure.getByRole('radio')).toHaveCount(0)
  })
})
