/** The figure in which a frame is edited bit by bit, in a real browser. */
import type { Locator, Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

async function open(page: Page): Promise<Locator> {
  await page.goto('en/figures.html')
  const figure = page.getByRole('group', { name: 'A frame, bit by bit' })
  // What comes early is lost: an answer shows that the figure is there.
  await expect(async () => {
    await figure.getByRole('button', { name: 'Ping', exact: true }).click()
    await expect(figure).toContainText('A complete frame, 2 bytes: PING.', { timeout: 1000 })
  }).toPass()
  await figure.getByRole('button', { name: 'Hello', exact: true }).click()
  return figure
}

test('a bit that is flipped breaks a rule, or makes the other side wait', async ({ page }) => {
  const figure = await open(page)
  await expect(figure).toContainText('A complete frame, 11 bytes: TEXT, “Hello”.')

  await figure.getByRole('button', { name: 'RSV1' }).click()
  await expect(figure).toContainText('nobody agreed on compression')
  await expect(figure.getByLabel('All bytes')).toHaveValue('c1 85 37 fa 21 3d 7f 9f 4d 51 58')
  await figure.getByRole('button', { name: 'RSV1' }).click()

  await figure.getByRole('button', { name: 'length 8' }).click()
  await expect(figure).toContainText('Bytes that are still missing: 8.')
})

test('what is typed is read as bytes, and what is none keeps the frame', async ({ page }) => {
  const figure = await open(page)
  await figure.getByRole('radio', { name: 'the server' }).click()
  await expect(figure).toContainText('A server must not mask.')
  await figure.getByLabel('All bytes').fill('89 01 3f 81')
  await expect(figure).toContainText('A complete frame, 3 bytes: PING, 3f.')
  await expect(figure).toContainText('with which the next frame begins: 1.')
  await figure.getByLabel('All bytes').fill('89 0')
  await expect(figure).toContainText('Two digits from 0 to f for each byte')
  await expect(figure).toContainText('A complete frame, 3 bytes: PING, 3f.')
})

test('the bits are switches for the keyboard', async ({ page }) => {
  const figure = await open(page)
  const fin = figure.getByRole('button', { name: 'FIN', exact: true })
  await expect(fin).toHaveAttribute('aria-pressed', 'true')
  await fin.focus()
  await page.keyboard.press('Space')
  await expect(fin).toHaveAttribute('aria-pressed', 'false')
  await expect(fin).toBeFocused()
  await expect(figure).toContainText('more frames of the message follow')
})

test('it is accessible in both themes', async ({ page }) => {
  const figure = await open(page)
  await figure.getByRole('button', { name: 'RSV2' }).click()
  await expectNoViolationsInBothThemes(page)
})
