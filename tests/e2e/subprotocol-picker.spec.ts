/** The figure in which subprotocols are offered and answered, in a real browser. */
import type { Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

async function open(page: Page) {
  await page.goto('en/figures.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const figure = page.locator('#subprotocol-picker')
  const press = (name: string) => figure.getByRole('button', { name, exact: true }).click()
  const told = (browser: string) => figure.locator(`[data-browser="${browser}"]`)
  // Its component loads after the page's app.
  await expect(async () => {
    await press('its favourite of yours')
    await press('no name')
    await expect(told('Chromium')).toContainText('1006', { timeout: 100 })
  }).toPass()
  return { figure, press, told }
}

test('what the server answers decides, and the two browsers differ where it picks none', async ({
  page,
}) => {
  const { figure, press, told } = await open(page)
  await expect(told('Chromium')).toContainText('no response was received')
  await expect(told('Firefox')).toContainText("open, and ws.protocol is ''")

  await press('V2.chat')
  await expect(told('Firefox')).toContainText('1006')
  await figure.getByRole('textbox', { name: 'Another name' }).fill('V2.chat')
  await page.keyboard.press('Enter')
  await expect(told('Firefox')).toContainText("open, and ws.protocol is 'V2.chat'")
  await expect(figure.locator('.request')).toHaveText(
    'Sec-WebSocket-Protocol: v1.chat, v2.chat, V2.chat',
  )

  await press('Add v2 chat')
  await expect(figure).toContainText("SyntaxError: Failed to construct 'WebSocket'")
  // Away from what shows a tip.
  await page.mouse.move(0, 0)
  await expectNoViolationsInBothThemes(page)
})

test('names are put into order and taken away by keyboard, and the focus stays with them', async ({
  page,
}) => {
  const { figure, press, told } = await open(page)
  await press('your first that it knows')
  await expect(told('Chromium')).toContainText("'v1.chat'")
  const button = (name: string) => figure.getByRole('button', { name, exact: true })
  await button('Move v1.chat down').focus()
  await page.keyboard.press('Enter')
  await expect(button('Move v1.chat down')).toBeFocused()
  await expect(told('Chromium')).toContainText("'v2.chat'")

  await button('Remove v2.chat').focus()
  await page.keyboard.press('Enter')
  await expect(button('Remove v1.chat')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(figure).toContainText('No names')
  await expect(button('Add v2.chat')).toBeFocused()
  await expect(figure.locator('.no-header')).toHaveCount(2)
})
