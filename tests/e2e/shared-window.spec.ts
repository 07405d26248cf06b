/** The figure that shows what compressed messages copy from the shared window, in a real browser. */
import type { Locator, Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

async function open(page: Page): Promise<Locator> {
  await page.goto('en/figures.html')
  const figure = page.getByRole('group', { name: 'The same messages with and without compression' })
  await expect(figure.getByRole('status')).toContainText('71 of its 76 bytes')
  // What comes early is lost: an answer shows that the figure is there.
  await expect(async () => {
    await figure.getByRole('radio', { name: '3', exact: true }).click()
    await expect(figure.getByRole('status')).toContainText('Message 3', { timeout: 1000 })
  }).toPass()
  return figure
}

test('without the window nothing is copied, and with it nearly all', async ({ page }) => {
  const figure = await open(page)
  await figure.getByRole('radio', { name: 'none' }).click()
  await expect(figure).toContainText('Nothing: the compressor begins anew.')
  await expect(figure.getByRole('row').nth(3)).toContainText(/80\s*7\d/)

  await page.keyboard.press('ArrowLeft')
  await expect(figure.getByRole('radio', { name: '256 bytes' })).toBeFocused()
  await page.keyboard.press('Space')
  await figure.getByRole('radio', { name: '6', exact: true }).click()
  await expect(figure.getByText('out of reach')).toHaveCount(1)
})

test('a message of the reader is sent last, and copies what it can', async ({ page }) => {
  const figure = await open(page)
  await figure.getByRole('radio', { name: 'sentences' }).click()
  await figure.getByLabel('And one of yours').fill('Is the driver on time today?')
  await figure.getByRole('radio', { name: '7', exact: true }).click()
  await expect(figure.getByRole('status')).toContainText('Message 7: 27 of its 28 bytes are copied')
  // Without it, the last is looked at.
  await figure.getByLabel('And one of yours').fill('')
  await expect(figure.getByRole('radio', { name: '7', exact: true })).toBeHidden()
  await expect(figure.getByRole('status')).toContainText('Message 6')
})

test('it is accessible in both themes', async ({ page }) => {
  const figure = await open(page)
  await figure.getByRole('radio', { name: 'random bytes' }).click()
  await expect(figure.getByRole('status')).toContainText('nothing is copied')
  await expectNoViolationsInBothThemes(page)
})
