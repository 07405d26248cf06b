import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

/** Kills the process of a page: no event is fired there any more. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const gone = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => undefined)
  await gone
}

/** Types without a pause until the browser keeps a word of it. @returns what was typed. */
async function typeUntilKept(screen: WorkScreen, reader: Page): Promise<string> {
  await screen.editor.focus()
  let typed = ''
  const isKept = () =>
    reader.evaluate(
      () => localStorage.getItem('upgrade101/workspace/play')?.includes('w3') ?? false,
    )
  for (let word = 0; !(await isKept()); word += 1) {
    typed += `w${String(word)} `
    await screen.page.keyboard.type(`w${String(word)} `)
  }
  return typed
}

test('two tabs keep what each typed, through the crash of one', async ({ page, context }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write('')
  const otherPage = await context.newPage()
  const other = new WorkScreen(otherPage)
  await otherPage.goto('en/play.html')
  await expect(other.editor).toBeVisible()

  // Kept while typing goes on, and taken in by the other tab.
  const typed = await typeUntilKept(screen, otherPage)
  expect(typed).toContain('w3')
  await crash(page)
  await expect(otherPage.getByText('w0 w1 w2 w3').first()).toBeVisible()

  // A third tab has typed something apart from this one, at the same moment.
  await other.write('// here')
  await expect
    .poll(() => otherPage.evaluate(() => localStorage.getItem('upgrade101/workspace/play')))
    .toContain('// here')
  await otherPage.evaluate(() => {
    const key = 'upgrade101/workspace/play'
    const kept = JSON.parse(localStorage.getItem(key) ?? '')
    const { starter } = kept.starter.files['client.js'][0].value
    const apart = { value: { text: '// there', starter }, vector: { third: 1 } }
    kept.starter.files['client.js'] = [apart]
    localStorage.setItem(key, JSON.stringify(kept))
    window.dispatchEvent(new StorageEvent('storage', { key }))
  })
  await expect(otherPage.getByText('// here').first()).toBeVisible()
  await expect(otherPage.getByText(other.text('unreadable.otherVersion.show'))).toBeVisible()
  await otherPage.getByRole('button', { name: other.text('unreadable.otherVersion.show') }).click()
  await expect(otherPage.getByText('// there').first()).toBeVisible()
  await otherPage.getByRole('button', { name: other.text('unreadable.otherVersion.keep') }).click()
  await expect(otherPage.getByText(other.text('unreadable.otherVersion.show'))).toBeHidden()
  await otherPage.getByRole('button', { name: 'Undo' }).click()
  await expect(otherPage.getByText('// here').first()).toBeVisible()
})

test('a value that a newer version of the site stored is offered, and stays', async ({ page }) => {
  const text = JSON.stringify({ version: 9, files: { 'client.js': 'connectFasterThanEver()' } })
  await page.addInitScript((value) => {
    if (window !== top) return
    localStorage['upgrade101/workspace/play'] ??= value
    localStorage['upgrade101/progress'] ??= 'damaged'
  }, text)
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  const show = page.getByRole('button', { name: screen.text('storage.show') })
  await expect(show).toHaveCount(2)
  await show.first().click()
  const dialog = page.getByRole('dialog')
  // One would lie over the dialog, which shows both values.
  await expect(show).toHaveCount(0)
  await expect(dialog).toContainText('connectFasterThanEver()')
  await expect(dialog).toContainText(screen.text('unreadable.newer'))
  await page.keyboard.press('Escape')
  await screen.write('// mine')
  await page.reload()
  await expect(page.getByText('// mine').first()).toBeVisible()
  const kept = () => page.evaluate(() => localStorage.getItem('upgrade101/workspace/play'))
  expect(await kept()).toBe(text)
  await show.first().click()
  const discard = dialog.getByRole('button', { name: screen.text('unreadable.discard') })
  await discard.last().click()
  await expect(discard).toHaveCount(1)
  await discard.click()
  await expect(dialog).toContainText(screen.text('unreadable.none'))
})
