/** What people expect, so it is there. */
import type { Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

async function open(page: Page, address = 'en/first-echo.html'): Promise<WorkScreen> {
  await page.goto(address)
  await page.waitForFunction(() => !('earlyInput' in window))
  return new WorkScreen(page)
}

for (const monaco of [false, true])
  test.describe(monaco ? 'in Monaco' : 'in the plain editor', () => {
    test.use({ monaco })

    test('Tab leaves the editor until something was typed, and after Esc', async ({ page }) => {
      const screen = await open(page, 'en/play.html')
      if (monaco) await expect(page.locator('.monaco-editor').first()).toBeVisible()
      await screen.editor.focus()
      await page.keyboard.press('Tab')
      await expect(screen.editor).not.toBeFocused()

      await screen.editor.focus()
      await page.keyboard.type('a')
      await page.keyboard.press('Tab')
      await expect(screen.editor).toBeFocused()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Tab')
      await expect(screen.editor).not.toBeFocused()
    })
  })

test('Ctrl+S says that the program is kept', async ({ page }) => {
  const screen = await open(page)
  await screen.editor.focus()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText(screen.text('editor.kept'))).toBeVisible()
})

test('Ctrl+F in the log goes to its filter, which finds the end of a long message', async ({
  page,
}) => {
  const screen = await open(page, 'en/play.html')
  await screen.write(
    "const ws = new WebSocket('wss://echo.websocket.org')\nws.onopen = () => ws.send('-'.repeat(300) + 'needle')\nws.onmessage = () => ws.close()",
  )
  await screen.runToEnd()
  await screen.viewTab('log').click()
  await expect(screen.log).toBeVisible()
  await page.keyboard.press('ControlOrMeta+f')
  await expect(page.getByRole('textbox', { name: screen.text('log.filter.text') })).toBeFocused()
  await page.keyboard.type('needle')
  await expect(screen.log.getByRole('row').filter({ hasText: 'TEXT frame' }).first()).toBeVisible()
})

test('a double click resets a splitter, also after a reload', async ({ page }) => {
  const screen = await open(page)
  const handle = page.getByRole('separator', { name: screen.text('app.panes.resizeLesson') })
  const width = async () => (await screen.lesson.boundingBox())?.width
  const usual = await width()
  await handle.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(width).not.toBe(usual)
  await handle.dblclick()
  await expect.poll(width).toBe(usual)
  await page.reload()
  await expect.poll(width).toBe(usual)
})

for (const width of [1440, 390])
  test(`the lessons are behind the title, and previous and next are there, ${width} pixels wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 })
    const screen = await open(page, 'en/why-push.html')
    const near = screen.lesson.getByRole('navigation', { name: screen.text('lesson.line.near') })
    await expect(near.getByRole('link', { name: 'First connection' })).toBeVisible()
    await expect(near.getByRole('link').last()).toBeVisible()
    await page.getByRole('button', { name: /^All lessons/ }).click()
    await page.getByRole('menuitem', { name: 'Four states' }).click()
    await expect(page).toHaveURL(/ready-state\.html$/)
  })

test('the place in a lesson is kept by a reload and by Back; another lesson begins at its top', async ({
  page,
}) => {
  const screen = await open(page)
  const scroller = screen.lesson.getByRole('region', { name: screen.text('lesson.prose') })
  const top = () => scroller.evaluate(({ scrollTop }) => scrollTop)
  await scroller.evaluate((element) => element.scrollTo({ top: 900 }))
  await page.waitForFunction(() => JSON.stringify(history.state).includes('900'))
  await page.reload()
  await expect.poll(top).toBe(900)
  await screen.lesson
    .getByRole('navigation', { name: screen.text('lesson.line.near') })
    .getByRole('link')
    .last()
    .click()
  await expect(page).not.toHaveURL(/first-echo/)
  await expect.poll(top).toBe(0)
  await page.goBack()
  await expect(page).toHaveURL(/first-echo/)
  await expect.poll(top).toBe(900)
})

test('an event that was selected is in sight in whichever view is opened', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 600 })
  const screen = await open(page)
  await screen.runToEnd()
  await screen.wire.press('Home')
  await screen.viewTab('log').click()
  await expect(screen.log.getByRole('row', { selected: true })).toBeInViewport()
  await screen.log.press('End')
  await screen.viewTab('wire').click()
  await expect(screen.wire.getByRole('option', { selected: true })).toBeInViewport()
})

test('the first run moves no code', async ({ page }) => {
  const screen = await open(page)
  const place = () => page.locator('.sheet .line').nth(3).boundingBox()
  const before = await place()
  await screen.runToEnd()
  await expect(page.locator('.sheet .note').first()).toBeVisible()
  expect(await place()).toEqual(before)
})

test('a note at the end of a long line is in sight', async ({ page }) => {
  const screen = await open(page, 'en/play.html')
  await screen.write(`new WebSocket('wss://echo.websocket.org') // ${'long '.repeat(60)}`)
  await screen.runToEnd()
  await expect(page.locator('.sheet .note').first()).toBeInViewport({ ratio: 1 })
})

test('a notice covers no button of a dialog', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 })
  const screen = await open(page, 'en/play.html')
  await page.getByRole('button', { name: screen.text('app.panes.code'), exact: true }).click()
  await screen.editor.fill('// mine')
  await page.getByRole('button', { name: screen.text('editor.reset'), exact: true }).click()
  await expect(page.getByText(screen.text('editor.resetDone'), { exact: true })).toBeVisible()
  await page.getByRole('button', { name: screen.text('topbar.help') }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  const covered = await dialog.evaluate(
    (element) =>
      [...element.querySelectorAll('a, button')].filter((control) => {
        const { left, right, top, bottom } = control.getBoundingClientRect()
        if (bottom > innerHeight || top < 0) return false
        const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
        return hit !== null && !element.contains(hit)
      }).length,
  )
  expect(covered).toBe(0)
})

test('earlier runs are looked at again, and their program comes back into the editor', async ({
  page,
}) => {
  const screen = await open(page, 'en/play.html')
  const runs = page.getByRole('button', { name: screen.text('time.runs.label') })
  for (const word of ['first', 'second', 'third']) {
    await screen.write(`console.log('the ${word} run')`)
    await screen.runToEnd()
    await expect(screen.console).toContainText(`the ${word} run`)
  }
  await runs.click()
  const items = page.getByRole('menuitemradio')
  await expect(items).toHaveCount(3)
  await expect(items.first()).toContainText('latest')
  await expect(items.first()).toBeChecked()
  await items.nth(1).click()
  await expect(screen.console).toContainText('the second run')
  await expect(screen.console).not.toContainText('the third run')
  await expect(page.getByText(/^An earlier run, of another version of your program/)).toBeVisible()
  await expectNoViolationsInBothThemes(page)

  await page.getByRole('button', { name: screen.text('time.runs.putInto') }).click()
  await expect(screen.editor).toHaveValue("console.log('the second run')")
  await expect(page.getByText(/^An earlier run of your program/)).toBeVisible()
  await page.getByRole('button', { name: screen.text('time.runs.undo') }).click()
  await expect(screen.editor).toHaveValue("console.log('the third run')")
  await page.getByRole('button', { name: screen.text('time.runs.back') }).click()
  await expect(screen.console).toContainText('the third run')
  await expect(page.getByText(/^An earlier run/)).toHaveCount(0)
})

test('to the end of a lesson that takes minutes: its question is answered there', async ({
  page,
}) => {
  const screen = await open(page, 'en/heartbeat.html')
  const question = page.locator('[id^="question-"]').first()
  await question.getByRole('radio').first().check()
  await question.getByRole('button', { name: screen.text('lesson.question.run') }).click()
  await screen.stop.waitFor()
  await screen.toEnd.click()
  await expect(question).toContainText(screen.text('lesson.question.answered'))
})
