/** The figure that shows what waits in the buffer, in a real browser. */
import type { Locator, Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

async function open(page: Page): Promise<Locator> {
  await page.goto('en/figures.html')
  const figure = page.getByRole('group', { name: 'What waits in the buffer' })
  await expect(figure.getByRole('status')).toContainText('Hello took 2.04 s')
  // What comes early is lost: an answer shows that the figure is there.
  await expect(async () => {
    await figure.getByRole('radio', { name: '256 KB', exact: true }).click()
    await expect(figure.getByRole('status')).not.toContainText('Hello took 2.04 s', {
      timeout: 5000,
    })
  }).toPass()
  return figure
}

test('the less may wait, the sooner the message is there', async ({ page }) => {
  const figure = await open(page)
  await expect(figure.getByRole('status')).toContainText(/Hello took 2\d\d\sms/)
  await expect(figure.getByRole('status')).toContainText('The photo was there after 3.0')

  await page.keyboard.press('ArrowLeft')
  await expect(figure.getByRole('radio', { name: '64 KB' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(figure.getByRole('status')).toContainText(/Hello took 1?\d\d\sms/)
})

test('on a slow line, everything takes longer', async ({ page }) => {
  const figure = await open(page)
  await figure.getByRole('radio', { name: '250 KB/s' }).click()
  await expect(figure.getByRole('status')).toContainText('The photo was there after 12')
})

test('it is accessible in both themes', async ({ page }) => {
  await open(page)
  await expectNoViolationsInBothThemes(page)
})
