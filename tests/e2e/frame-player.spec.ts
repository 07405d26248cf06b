/** The figure that plays a server's frames one after the other, in a real browser. */
import type { Locator, Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

async function open(page: Page): Promise<Locator> {
  await page.goto('en/figures.html')
  const figure = page.getByRole('group', { name: 'Frames from a server, one after the other' })
  await expect(figure.getByRole('listitem')).toHaveCount(3)
  await expect(figure.getByRole('listitem').nth(2)).toContainText('message event: “Hello”')
  // What comes early is lost: an answer shows that the figure is there.
  await expect(async () => {
    await figure.getByRole('button', { name: 'Start over' }).click()
    await expect(figure).toContainText('Nothing yet.', { timeout: 1000 })
  }).toPass()
  return figure
}

test('fragments and a Ping between them are one message', async ({ page }) => {
  const figure = await open(page)
  const frames = figure.getByRole('list', { name: 'Frames so far' }).getByRole('listitem')
  await figure.getByRole('button', { name: 'Text “Hel”, FIN 0' }).click()
  await expect(figure.getByRole('status')).toHaveText('A message is under way: “Hel” so far.')
  await figure.getByRole('button', { name: 'Ping “?”', exact: true }).click()
  await expect(frames.nth(1)).toContainText('The browser answers: PONG ?')
  await figure.getByRole('button', { name: 'Continuation “lo”, FIN 1' }).click()
  await expect(frames.nth(2)).toContainText('message event: “Hello”')
  await expect(figure.getByRole('status')).toHaveText('No message is under way.')
})

test('a frame that breaks a rule ends the connection, and can be taken back', async ({ page }) => {
  const figure = await open(page)
  await figure.getByRole('button', { name: 'Continuation “lo”, FIN 1' }).click()
  await expect(figure).toContainText('error event. RFC 6455 §5.4')
  await expect(figure).toContainText('The browser answers: CLOSE 1002')
  await expect(figure.getByRole('status')).toHaveText('The connection is over.')
  await expect(figure.getByRole('button', { name: 'Ping “?”', exact: true })).toBeHidden()

  // What was pressed is gone: the focus stays among what can be.
  await expect(figure.getByRole('button', { name: 'One back' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(figure.getByRole('status')).toHaveText('No message is under way.')
  await expect(figure.getByRole('button', { name: 'Ping “?”', exact: true })).toBeVisible()
})

test('it is accessible in both themes', async ({ page }) => {
  const figure = await open(page)
  await figure.getByRole('button', { name: 'Ping “?”, FIN 0' }).click()
  await expectNoViolationsInBothThemes(page)
})
