import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const PROGRAM = `const ws = new WebSocket('wss://echo.websocket.org')
ws.onopen = () => {
  ws.send('Hello')
}
ws.onmessage = ({ data }) => {
  console.log('received', data)
  ws.close(1000)
}
`

test('the log is filtered by kind and by text', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(PROGRAM)
  await screen.runToEnd()
  await page.getByRole('tab', { name: /^Log/ }).click()
  await expect(screen.log).toContainText('TEXT frame sent')
  await expect(screen.log).toContainText('readyState')

  await page.getByRole('button', { name: /^Frames/ }).click()
  await expect(screen.log).not.toContainText('TEXT frame sent')
  await page.getByRole('button', { name: /^Frames/ }).click()
  await page.getByRole('textbox', { name: 'Filter by text or /regex/' }).fill('/^CLOSE frame/')
  await expect(screen.log).toContainText('CLOSE frame sent')
  await expect(screen.log).not.toContainText('TEXT frame sent')
  await page.getByRole('textbox', { name: 'Filter by text or /regex/' }).fill('/(/')
  await expect(page.getByText(/^Not a regular expression/)).toBeVisible()
})

test.describe('in the editor', () => {
  test.use({ monaco: true })

  test('an event marks its line, and a line leads to its events', async ({ page }) => {
    await page.goto('en/play.html')
    const screen = new WorkScreen(page)
    await screen.write(PROGRAM)
    await screen.runToEnd()
    await page.getByRole('tab', { name: /^Log/ }).click()
    await screen.log.getByRole('row').filter({ hasText: 'TEXT frame sent' }).first().click()
    await expect(page.getByText(/send\(\)\sat\s/)).toBeVisible()
    const details = page.getByRole('region', { name: 'Details' })
    await expect(details).toContainText('masking key')
    await expect(details.getByRole('button', { name: 'client.js:3' })).toBeVisible()

    await screen.editor.focus()
    await page.keyboard.press('ControlOrMeta+Home')
    for (let line = 1; line < 5; line += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('F4')
    await expect(screen.log.getByRole('row', { selected: true })).toBeVisible()
    await expect(page.getByText(/message\sat\s/)).toBeVisible()
  })
})

test('what is selected on the wire is selected everywhere, by pointer and by keyboard', async ({
  page,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(PROGRAM)
  await screen.runToEnd()
  const details = page.getByRole('region', { name: 'Details' })
  const selected = screen.wire.getByRole('option', { selected: true })

  await screen.wire
    .getByRole('option', { name: /TEXT frame sent “Hello”/ })
    .first()
    .click()
  await expect(details).toContainText('masking key')
  await expect(page.getByText(/send\(\)\sat\s/)).toBeVisible()
  await expect(selected).toBeInViewport()

  await screen.wire.focus()
  await page.keyboard.press('ArrowRight')
  await expect(selected).toContainText('TEXT frame arrived')
  await page.keyboard.press('End')
  await expect(selected).toContainText('close event')
  await page.keyboard.press('Home')
  await expect(selected).toContainText('new WebSocket')
  await page.keyboard.press('Enter')
  await expect(details).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(selected).toHaveCount(0)

  await screen.console.getByText('client.js:6').click()
  await expect(selected).toContainText('received Hello')
  await screen.editor.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let line = 1; line < 3; line += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('F4')
  await expect(selected).toContainText('send("Hello")')
  // Stepping takes the selection along.
  await page.getByRole('button', { name: 'Step back' }).click()
  await expect(selected).not.toContainText('send("Hello")')
})

/** A box of the strip of states. */
const stateIn = (page: Page, name: string) =>
  page
    .getByRole('list', { name: /^The states of/ })
    .getByRole('listitem')
    .filter({ hasText: name })

test('going back shows states, log and console as they were', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(PROGRAM)
  await screen.runToEnd()
  await expect(screen.console).toContainText('received Hello')
  await expect(stateIn(page, 'CLOSED')).toContainText('since')

  await screen.playhead.focus()
  await page.keyboard.press('Home')
  await expect(page.getByText(/so far$/)).toBeVisible()
  await expect(page.getByText('received Hello')).toBeHidden()
  await page.getByRole('button', { name: 'Step to the next event' }).click()
  await page.keyboard.press('End')
  await screen.playhead.focus()
  await page.keyboard.press('End')
  await expect(screen.console).toContainText('received Hello')
})

test('two sockets have a strip each, and the live ones are counted', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(
    'for (const name of ["a", "b"]) {\n  const ws = new WebSocket(`ws://localhost:8080/${name}`)\n  if (name === "a") ws.onopen = () => ws.close()\n}\n',
  )
  await screen.runToEnd()
  await expect(page.getByText('1 live')).toBeVisible()
  await page.getByRole('button', { name: /^socket 1/ }).click()
  await expect(stateIn(page, 'CLOSED')).toContainText('since')
  await page.getByRole('button', { name: /^socket 2/ }).click()
  await expect(stateIn(page, 'OPEN')).toContainText('until the end')

  const ribbons = screen.wire.locator('.ribbon.state-1')
  await expect(ribbons).toHaveCount(2)
  await page.getByRole('radio', { name: 'One at a time' }).click()
  await expect(ribbons).toHaveCount(1)
  await expect(screen.wire).not.toContainText('CLOSE')
  const height = () => screen.wire.evaluate((list) => list.scrollHeight)
  await page.getByRole('radio', { name: 'To scale' }).click()
  const before = await height()
  await screen.wire.focus()
  // The connection is short: at first it is lower than the pane.
  for (let steps = 0; steps < 8; steps += 1) await page.keyboard.press('+')
  await expect.poll(height).toBeGreaterThan(before)
  // Both choices are kept.
  await page.reload()
  await screen.editor.focus()
  await screen.runToEnd()
  await expect(page.getByRole('radio', { name: 'To scale' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'One at a time' })).toBeChecked()
})

test('Enter on the wire before the inspector is there keeps the focus, and brings it there later', async ({
  page,
}) => {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/assets/EventDetails-*.js', async (route) => {
    await held
    await route.continue()
  })
  const screen = new WorkScreen(page)
  await page.goto('en/play.html')
  await screen.write("const ws = new WebSocket('wss://e.example')\n")
  await screen.runToEnd()
  await screen.wire.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('[role="listbox"]:focus-within, [role="listbox"]:focus')).toHaveCount(1)
  letGo()
  await expect(page.getByRole('region', { name: 'Details' })).toBeFocused()
})
