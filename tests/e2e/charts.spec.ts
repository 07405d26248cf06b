import en from '../../src/views/charts/en.ts'
import { title } from '../../src/views/charts/title.ts'
import zh from '../../src/views/charts/zh-CN.ts'
import { tabTo } from './keyboard.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const PROGRAM = `const ws = new WebSocket('wss://echo.websocket.org')
ws.onopen = () => ws.send('x'.repeat(300_000))
ws.onmessage = () => ws.close(1000)
`

test('charts are read by keyboard, move the playhead, follow it, and are tables too', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await page.getByRole('tab', { name: title.en }).click()
  await expect(page.getByText(en.emptyTitle)).toBeVisible()
  await screen.write(PROGRAM)
  await screen.runToEnd()

  const bytes = page.getByRole('region', { name: en.title.bytes })
  await expect(bytes).toContainText('payload sent 300,000 B')
  const readOut = bytes.getByRole('slider')
  await expect(readOut).toHaveAttribute('aria-valuetext', /payload received 300,000\sB/)
  // Tab stays in the editor.
  await page.getByRole('tab', { name: title.en }).focus()
  await tabTo(page, readOut)
  await page.keyboard.press('Home')
  await expect(readOut).toHaveAttribute('aria-valuetext', /^0\.0\sms: payload sent 0\sB/)
  await page.keyboard.press('ArrowRight')
  await expect(readOut).not.toHaveAttribute('aria-valuetext', /^0\.0\sms/)

  // What is read out is where the playhead goes; later values are not there any more.
  const at = await readOut.getAttribute('aria-valuetext')
  await page.keyboard.press('Enter')
  const time = at?.split(':')[0] ?? ''
  await expect(screen.playhead).toHaveAttribute('aria-valuetext', new RegExp(time))
  await page.keyboard.press('End')
  await expect(readOut).toHaveAttribute('aria-valuetext', /payload received 0\sB/)

  await screen.goToEnd()
  await page.getByRole('switch', { name: en.asTable }).click()
  const parts = page.getByRole('table', { name: en.parts.caption })
  await expect(parts.getByRole('row', { name: /^Payload of messages/ })).toContainText('600,000')
  await expect(page.getByRole('table', { name: en.title.roundTrips })).toContainText('ms')
})

test('charts speak Chinese, and a click moves the playhead', async ({ page }) => {
  await page.goto('zh-CN/play.html')
  const screen = new WorkScreen(page, 'zh-CN')
  await screen.write(PROGRAM)
  await screen.runToEnd()
  await page.getByRole('tab', { name: title['zh-CN'] }).click()
  const sockets = page.getByRole('region', { name: zh.title.liveSockets })
  await sockets.locator('.touch').click({ position: { x: 66, y: 60 } })
  await expect(sockets.locator('.legend')).toContainText('1')
})
