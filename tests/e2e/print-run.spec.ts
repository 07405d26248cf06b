/** A run on paper. */
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

test('the log of a run is printed whole, with its program, and nothing else of the screen', async ({
  page,
}) => {
  // The dialog of the system is the browser's own.
  await page.addInitScript(() => (window.print = () => undefined))
  await page.goto('en/first-echo.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const screen = new WorkScreen(page)
  await page.keyboard.press('ControlOrMeta+Enter')
  await screen.goToEnd()
  await screen.viewTab('log').click()
  await expect(screen.log).toBeVisible()
  await page.getByRole('button', { name: screen.text('log.print.label') }).click()

  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.run-sheet')
  await expect(sheet.getByRole('heading', { level: 1 })).toContainText('First connection')
  const rows = sheet.getByRole('row')
  await expect(rows.filter({ hasText: 'Opening handshake sent' })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'Connection closed cleanly' }).first()).toBeVisible()
  await expect(sheet.getByRole('heading', { name: 'client.js' })).toBeVisible()
  await expect(sheet).toContainText('ws.onmessage')
  await expect(page.getByRole('article')).toHaveCount(0)
  // A4 without its margins.
  await page.setViewportSize({ width: 673, height: 1000 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(673)

  await page.emulateMedia({ media: 'screen' })
  await expect(page.getByRole('article')).toBeVisible()
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(sheet).toHaveCount(0)
})
