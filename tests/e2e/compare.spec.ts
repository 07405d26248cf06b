import { tabTo } from './keyboard.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const PROGRAM = `const ws = new WebSocket('wss://echo.websocket.org')
ws.onopen = () => ws.send('Hello')
ws.onmessage = ({ data }) => {
  console.log('received', data)
  ws.close(1000, 'done')
}
ws.onclose = ({ code }) => console.log('closed', code)
`

test('by keyboard: the same run without one frame, the first difference, and the way back', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(PROGRAM)
  await screen.runToEnd()
  await expect(screen.console).toContainText('received Hello')

  const again = page.getByRole('button', { name: 'Run again, with a difference' })
  await again.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toContainText('The run is over here.')
  await page.keyboard.press('Escape')
  await screen.playhead.focus()
  await page.keyboard.press('Home')
  await tabTo(page, again)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Lose the next frame out' })).toContainText(
    'TEXT “Hello”',
  )
  await page.keyboard.press('Enter')

  await expect(page.getByRole('tab', { name: 'Compare' })).toHaveAttribute('aria-selected', 'true')
  const summary = page.getByRole('region', { name: 'Two runs side by side' })
  await expect(summary).toContainText(/Both runs are the same up to \d/)
  await expect(summary).toContainText('Then, in B, the frame TEXT “Hello” was lost on the way.')
  await expect(summary).toContainText(
    'Socket 1 closed with 1000 “done” in A. In B it did not close.',
  )
  const rows = page.getByRole('treegrid', { name: 'Two runs side by side' })
  await expect(rows.locator('.first')).toContainText('a frame is lost')
  await expect(page.getByRole('status').filter({ hasText: 'judged on your own run' })).toBeVisible()
  await expect(screen.console).toBeHidden()

  // From the row of the difference down: only A goes on, and A is shown when asked for.
  await tabTo(page, rows)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('region', { name: 'Details' })).toContainText('TEXT frame arrived')
  await expect(rows.getByRole('gridcell', { selected: true })).toContainText('TEXT frame arrived')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('region', { name: 'Details' })).toContainText('a frame is lost')

  await tabTo(page, page.getByRole('button', { name: 'Back to your run' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Compare' })).toBeHidden()
  await screen.goToEnd()
  await expect(screen.console).toContainText('received Hello')
})

test('the same run with the connection cut in the middle of a message', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(PROGRAM)
  await screen.runToEnd()
  await screen.playhead.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'Run again, with a difference' }).click()
  await page.getByRole('menuitem', { name: 'Reset it in the middle of the next message' }).click()
  const summary = page.getByRole('region', { name: 'Two runs side by side' })
  await expect(summary).toContainText('Then, in B, the network cut the connection')
  await expect(summary).toContainText('in A and with 1006 in B.')
})

test('the same program on the built-in endpoint and on the lab server, either way', async ({
  page,
  labServer,
}) => {
  await page.goto(`${labServer.url}en/play.html`)
  const screen = new WorkScreen(page)
  await screen.write(PROGRAM)
  await screen.runToEnd()
  const again = page.getByRole('button', { name: 'Run again, with a difference' })
  await again.click()
  await page.getByRole('menuitem', { name: 'Lab · echo' }).click()
  const summary = page.getByRole('region', { name: 'Two runs side by side' })
  await expect(summary).toContainText(/The program saw the same in both: \d+ calls/)
  await expect(summary).toContainText('The opening handshake of socket 1 had the same result: 101')
  await expect(page.getByText('No differences')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Endpoint/ })).toContainText('Built-in')

  // What was changed since runs on both again.
  await screen.write(PROGRAM.replace("'Hello'", "'Hello again'"))
  await expect(summary).toContainText('The program in the editor has changed since then.')
  await summary.getByRole('button', { name: 'Run both again' }).click()
  await expect(screen.console).toContainText('received Hello again')
  await expect(summary).toContainText(/The program saw the same in both: \d+ calls/)
  expect(labServer.log.filter((line) => line.includes('echo')).length).toBeGreaterThan(1)

  await page.getByRole('button', { name: 'Back to your run' }).click()
  await screen.chooseLab('echo')
  await screen.runToEnd()
  await expect(screen.console).toContainText('received Hello again')
  await again.click()
  await expect(page.getByRole('menu')).toContainText('a real network, which cannot be rewound')
  await expect(page.getByRole('menuitem', { name: 'Reset it (RST)' })).toBeDisabled()
  await page.getByRole('menuitem', { name: 'Built-in · echo' }).click()
  await expect(summary).toContainText(/The program saw the same in both: \d+ calls/)
})
