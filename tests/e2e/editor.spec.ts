import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

test.use({ monaco: true })

/** Holds back a script that loads after the page, until it is let go. */
async function holdScript(page: Page, name: 'MonacoEditor' | 'tsMode'): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(`**/assets/${name}-*.js`, async (route) => {
    await held
    await route.continue()
  })
  return letGo
}

const monaco = (page: Page) => page.locator('.monaco-editor').first()

test('the program can be edited before Monaco is there; text, caret and scroll survive', async ({
  page,
}) => {
  const letGo = await holdScript(page, 'MonacoEditor')
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  const lines = Array.from({ length: 200 }, (_, index) => `// line ${index + 1}`)
  await screen.write(lines.join('\n'))
  await page.keyboard.press('ControlOrMeta+Home')
  for (let line = 0; line < 120; line += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await expect(monaco(page)).toBeHidden()
  await expect(page.getByText('// line 121', { exact: true })).toBeInViewport()

  letGo()
  await expect(monaco(page)).toBeVisible()
  await expect(page.getByText('// line 121').first()).toBeInViewport()
  await page.keyboard.type(' here')
  await expect(page.getByText('// line 121 here').first()).toBeVisible()
  await page.reload()
  await expect(screen.editor).toBeAttached()
  await screen.editor.focus()
  await expect(page.getByText('// line 1', { exact: true }).first()).toBeVisible()
})

test('`new WebSocket(` is completed with its parameters, and `ws.` with its members', async ({
  page,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write('')
  await expect(monaco(page)).toBeVisible()
  await screen.editor.focus()
  await page.keyboard.type('const ws = new WebSocket(')
  await expect(page.locator('.parameter-hints-widget')).toContainText('url: string | URL')
  await page.keyboard.press('Escape')
  await page.keyboard.type("'ws://localhost:8080'")
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('ws.buff')
  await expect(page.locator('.suggest-widget')).toContainText('bufferedAmount')
})

test('parameters are shown for a `(` that was typed before the language service was there', async ({
  page,
}) => {
  const letGo = await holdScript(page, 'tsMode')
  const asked = page.waitForRequest('**/assets/tsMode-*.js')
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write('')
  await expect(monaco(page)).toBeVisible()
  await screen.editor.focus()
  await page.keyboard.type('const ws = new WebSocket(')
  await asked
  letGo()
  await expect(page.locator('.parameter-hints-widget')).toContainText('url: string | URL')
})

test('Reset brings the starter back, and can be undone', async ({ page }) => {
  await page.goto('en/first-echo.html')
  const screen = new WorkScreen(page)
  await screen.write('// all mine')
  await page.getByRole('button', { name: 'Reset', exact: true }).click()
  await expect(page.getByText("ws.send('Hello')").first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('// all mine').first()).toBeVisible()
})

test('the solution stands beside the program, and taking it can be undone', async ({ page }) => {
  await page.goto('en/first-echo.html')
  const screen = new WorkScreen(page)
  await screen.write('// all mine')
  await screen.runToEnd()
  await page.getByRole('button', { name: 'Compare with the solution' }).first().click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('// all mine')
  await expect(dialog).toContainText("ws.send('Good morning')")
  await dialog.getByRole('button', { name: 'Use this' }).click()
  await expect(page.getByText("ws.send('Good morning')").first()).toBeVisible()
  await page.getByRole('button', { name: 'Restore my program' }).click()
  await expect(page.getByText('// all mine').first()).toBeVisible()
})

test('Tab leaves the editor after Ctrl+M', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await expect(monaco(page)).toBeVisible()
  await screen.editor.focus()
  await page.keyboard.type('//')
  await page.keyboard.press('Tab')
  await expect(screen.editor).toBeFocused()
  await page.keyboard.press('Control+m')
  await page.keyboard.press('Tab')
  await expect(screen.editor).not.toBeFocused()
})
