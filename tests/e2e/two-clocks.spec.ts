/** The figure of one test on two clocks, in a real browser. */
import type { Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

async function open(page: Page) {
  await page.goto('en/figures.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const figure = page.getByRole('group', { name: 'One test, two clocks' })
  const choice = (name: string) => figure.getByRole('radio', { name, exact: true })
  // Its component loads after the page's app.
  await expect(async () => {
    await choice('1 s').click()
    await expect(choice('1 s')).toBeChecked({ timeout: 1000 })
  }).toPass()
  return { figure, choice, outcome: figure.getByRole('status') }
}

test('the one test is over at once, the other when its time has passed, by keyboard', async ({
  page,
}) => {
  const { figure, outcome } = await open(page)
  await expect(outcome).toContainText('the test takes 1.24 s')
  const start = figure.getByRole('button')
  await start.focus()
  await page.keyboard.press('Enter')
  await expect(outcome).toContainText('On the virtual clock, the test is over')
  await expect(start).toHaveText('Stop')
  await expect(outcome).toContainText('On the real clock you waited')
  await expect(start).toHaveText('Start both')
  await expectNoViolationsInBothThemes(page)
})

test('it is stopped, and another delay starts over', async ({ page }) => {
  const { figure, choice, outcome } = await open(page)
  await choice('10 s').click()
  await expect(outcome).toContainText('the test takes 10.2 s')
  await figure.getByRole('button', { name: 'Start both' }).click()
  await expect(outcome).toContainText('The other one waits.')
  await figure.getByRole('button', { name: 'Stop' }).click()
  await expect(outcome).toContainText('the test takes 10.2 s')
  await figure.getByRole('button', { name: 'Start both' }).click()
  await expect(outcome).toContainText('The other one waits.')
  await choice('3 s').click()
  await expect(outcome).toContainText('the test takes 3.24 s')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('it shows the test on the virtual clock', async ({ page }) => {
    await page.goto('en/figures.html')
    const figure = page.getByRole('group', { name: 'One test, two clocks' })
    await expect(figure.getByRole('status')).toContainText('the test takes 3.24 s')
    await expect(figure.getByRole('button')).toHaveCount(0)
  })
})
