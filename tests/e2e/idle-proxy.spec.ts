/** The figure of a proxy that cuts what is idle, in a real browser. */
import type { Locator, Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

async function open(page: Page) {
  await page.goto('en/figures.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const figure = page.getByRole('group', { name: 'A proxy that cuts what is idle' })
  const outcome = figure.getByRole('status')
  // Its component loads after the page's app.
  await expect(async () => {
    await choice(figure, 'the page').click()
    await expect(outcome).toContainText('Still open', { timeout: 1000 })
  }).toPass()
  return { figure, outcome }
}

const choice = (figure: Locator, name: string) => figure.getByRole('radio', { name, exact: true })

test('the interval decides, by keyboard, and in the background only the server is in time', async ({
  page,
}) => {
  const { figure, outcome } = await open(page)
  await expect(outcome).toContainText('38 B, so 5.47 kB an hour')
  await expect(outcome).toContainText('400 pings a second')

  const interval = figure.getByRole('slider', { name: 'A ping every' })
  await interval.focus()
  await page.keyboard.press('End')
  await expect(interval).toHaveAttribute('aria-valuetext', /^120\ss$/)
  await expect(outcome).toContainText('Cut at 1 min')
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowLeft')
  await expect(interval).toHaveAttribute('aria-valuetext', /^59\ss$/)
  await expect(outcome).toContainText('Still open')

  await choice(figure, 'in the background').click()
  await expect(outcome).toContainText('Cut at 1 min 59 s')
  await choice(figure, 'the server').click()
  await expect(outcome).toContainText('Still open')
  await choice(figure, '30 s').click()
  await expect(outcome).toContainText('Cut at 30.2 s')
  await expectNoViolationsInBothThemes(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('it shows a connection that is cut', async ({ page }) => {
    await page.goto('en/figures.html')
    const figure = page.getByRole('group', { name: 'A proxy that cuts what is idle' })
    await expect(figure.getByRole('status')).toContainText('Nothing passed for 60 s')
    await expect(figure.getByRole('radio')).toHaveCount(0)
  })
})
