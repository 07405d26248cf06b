/** The figure of failures that look alike, and what a lesson gives to take away, in a real browser. */
import type { Locator, Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

async function open(page: Page): Promise<Locator> {
  await page.goto('en/figures.html')
  const figure = page.getByRole('group', { name: 'Six failures, and who knows the cause' })
  await expect(figure.getByRole('region')).toContainText('HTTP/1.1 401 Unauthorized')
  // What comes early is lost: an answer shows that the figure is there.
  await expect(async () => {
    await figure.getByRole('button', { name: 'console' }).click()
    await expect(figure.getByRole('region')).toContainText('console, asked', { timeout: 1000 })
  }).toPass()
  return figure
}

test('a column is what everybody says of one failure, a row what one says of all', async ({
  page,
}) => {
  const figure = await open(page)
  const said = figure.getByRole('region')
  await figure.getByRole('button', { name: '302: the address has moved' }).click()
  await expect(said).toContainText('Location: /chat/v2')
  await expect(said).toContainText('Unexpected response code: 302')
  await expect(said.locator('dt')).toHaveCount(5)

  await figure.getByRole('button', { name: 'your script' }).click()
  await expect(said.locator('dt')).toHaveCount(6)
  await expect(said.getByText('close 1006 ""')).toHaveCount(5)
  await expect(said.getByText('new WebSocket() threw SecurityError')).toBeVisible()
})

test('arrow keys go through columns and rows, which share one Tab stop', async ({ page }) => {
  const figure = await open(page)
  await figure.getByRole('button', { name: '401: a login is missing' }).focus()
  await page.keyboard.press('End')
  await expect(figure.getByRole('button', { name: 'the wire' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(figure.getByRole('region')).toContainText('server’s log, asked about all six')
  await expect(figure.locator('[data-rove][tabindex="0"]')).toHaveCount(1)
})

test('it is accessible in both themes', async ({ page }) => {
  await open(page)
  await expectNoViolationsInBothThemes(page)
})

test('a HAR of the lesson opens as a run, and leads back', async ({ page }) => {
  await page.goto('en/debugging.html')
  await page.getByRole('button', { name: 'Open it here' }).click()
  await expect(page.getByRole('region', { name: 'Opened trace' })).toContainText('visitor.har')
  await expect(page.getByText('Unexpected response code: 302').last()).toBeVisible()
  await page.getByRole('button', { name: 'Back to your run' }).click()
  await expect(page.getByRole('region', { name: 'Opened trace' })).toBeHidden()
})

test('a command of the lesson is copied as it is', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('en/debugging.html')
  await page.getByRole('button', { name: 'Copy', exact: true }).nth(1).click()
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^curl -i -N --http1\.1 \\\n {2}-H 'Connection: Upgrade'.*\/chat$/s)
})
