/** The figure of a panel that is shown and hidden, in a real browser. */
import type { Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

async function open(page: Page) {
  await page.goto('en/figures.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const figure = page.getByRole('group', { name: 'A panel that is shown and hidden' })
  const choice = (name: string) => figure.getByRole('radio', { name, exact: true })
  // Its component loads after the page's app.
  await expect(async () => {
    await choice('clean up').click()
    await expect(choice('clean up')).toBeChecked({ timeout: 1000 })
  }).toPass()
  return { figure, choice, outcome: figure.getByRole('status') }
}

test('the counter goes up with each mount that nobody cleans up, by keyboard', async ({ page }) => {
  const { figure, choice, outcome } = await open(page)
  await expect(outcome).toContainText('Live sockets: 1. Timers: 1.')
  await choice('nothing').click()
  await expect(outcome).toContainText('Live sockets: 3. Timers: 3.')

  await figure.getByRole('button', { name: 'Hide the panel' }).focus()
  await page.keyboard.press('Enter')
  await expect(outcome).toContainText('The panel is hidden, and needs none.')
  await page.keyboard.press('Enter')
  await expect(outcome).toContainText('Live sockets: 4. Timers: 4.')
  await choice('twice, as in StrictMode').click()
  await expect(outcome).toContainText('Live sockets: 8. Timers: 8.')
  await choice('clean up').click()
  await expect(outcome).toContainText('Live sockets: 1. Timers: 1.')

  await figure.getByRole('button', { name: 'Start over' }).click()
  await expect(outcome).toContainText('Live sockets: 0. Timers: 0.')
  await expectNoViolationsInBothThemes(page)
})

test('it ends with ten clicks', async ({ page }) => {
  const { figure, outcome } = await open(page)
  const toggle = figure.getByRole('button', { name: 'the panel' })
  for (let clicks = 5; clicks < 10; clicks += 1) await toggle.click()
  await expect(toggle).toHaveAttribute('aria-disabled', 'true')
  await toggle.focus()
  await page.keyboard.press('Enter')
  await expect(toggle).toHaveText('Show the panel')
  await expect(outcome).toContainText('nothing is left')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('it shows what three mounts left', async ({ page }) => {
    await page.goto('en/figures.html')
    const figure = page.getByRole('group', { name: 'A panel that is shown and hidden' })
    await expect(figure.getByRole('status')).toContainText('Live sockets: 3. Timers: 3.')
    await expect(figure.getByRole('button')).toHaveCount(0)
  })
})
