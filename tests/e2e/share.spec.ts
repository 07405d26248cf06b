import type { Page } from '@playwright/test'
import run from '../../src/locales/en/run.ts'
import en from '../../src/locales/en/share.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const PROGRAM = `const ws = new WebSocket('wss://echo.websocket.org')
ws.onopen = () => ws.send('A moment')
ws.onmessage = ({ data }) => {
  console.log('received', data)
  ws.close(1000)
}
`
const OWN = `console.log('mine')\n`

const bandOf = (page: Page) => page.getByRole('region', { name: en.band.label })
const dialogOf = (page: Page) => page.getByRole('dialog', { name: en.title })

/** The link to the run that is shown. */
async function linkOf(page: Page, note = ''): Promise<string> {
  await page.getByRole('button', { name: run.share, exact: true }).click()
  const dialog = dialogOf(page)
  if (note !== '') await dialog.getByLabel(en.note).fill(note)
  const url = await dialog.getByLabel(en.link, { exact: true }).inputValue()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  return url
}

/** The log's rows as they are read. */
async function rowsOf(screen: WorkScreen): Promise<readonly string[]> {
  await screen.viewTab('log').click()
  await expect(screen.log).toBeVisible()
  return screen.log.getByRole('row').allInnerTexts()
}

/** Opens a link as somebody else does, who has a program of their own there. */
async function openElsewhere(page: Page, url: string): Promise<void> {
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await page.goto(url.replace(/#.*/su, ''))
  await page.waitForFunction(() => !('earlyInput' in window))
  await new WorkScreen(page).write(OWN)
  await page.goto('about:blank')
  await page.goto(url)
}

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

for (const place of ['en/play.html', 'en/first-echo.html'])
  test(`a run of ${place} is a link that shows the same run, once its reader says so`, async ({
    page,
  }) => {
    await page.goto(place)
    const screen = new WorkScreen(page)
    await screen.write(PROGRAM)
    if (place !== 'en/play.html') await screen.predict()
    await screen.runToEnd()
    const rows = await rowsOf(screen)
    const chosen = screen.log.getByRole('row').filter({ hasText: 'A moment' }).first()
    await chosen.click()
    const selected = (await chosen.textContent()) ?? ''
    const url = await linkOf(page, 'Who masks this?')
    expect(url.length).toBeLessThan(1_500)

    await openElsewhere(page, url)
    const band = bandOf(page)
    await expect(band).toContainText(en.band.waiting)
    await expect(band).toContainText('“Who masks this?”')
    // Nothing has run, and the program can be read.
    await expect(screen.editor).toHaveValue(/A moment/)
    await expect(screen.log).toBeHidden()
    await expect(screen.run).toBeHidden()

    await band.getByRole('button', { name: en.band.run, exact: true }).click()
    await expect(band).toContainText(en.band.ran)
    await expect(band).not.toContainText(en.band.differs)
    await expect(screen.log).toBeVisible()
    await expect(screen.log.getByRole('row', { selected: true })).toHaveText(selected)
    expect(await rowsOf(screen)).toEqual(rows)
    await expect(screen.solved).toHaveCount(0)

    // One click, and what was the reader's own is there; Back leads to the moment once more.
    await band.getByRole('button', { name: en.band.back }).click()
    await expect(band).toBeHidden()
    await expect(screen.editor).toHaveValue(/mine/)
    await page.goBack()
    await expect(band).toContainText(en.band.waiting)
    await band.getByRole('button', { name: en.band.keep }).click()
    await expect(band).toBeHidden()
    await expect(screen.editor).toHaveValue(/A moment/)
    await page.getByRole('button', { name: en.undo }).click()
    await expect(screen.editor).toHaveValue(/mine/)
  })

test('a link that was cut, edited or made by a newer site is said to be so, and nothing is lost', async ({
  page,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(PROGRAM)
  await screen.runToEnd()
  const url = await linkOf(page)
  const middle = Math.floor((url.indexOf('#') + url.length) / 2)
  const other = url[middle] === 'A' ? 'B' : 'A'
  const broken = [
    [url.slice(0, -40), en.problem.cut],
    [url.slice(0, middle) + other + url.slice(middle + 1), en.problem.edited],
    [
      url.replace('#moment=1.', '#moment=7.'),
      en.problem.newer.replace('{version}', '7').replace('{newest}', '1'),
    ],
  ] as const
  for (const [link, sentence] of broken) {
    await openElsewhere(page, link)
    await expect(bandOf(page)).toContainText(sentence)
    await expect(bandOf(page)).toContainText(en.problem.yours)
    await expect(screen.editor).toHaveValue(/mine/)
    await bandOf(page).getByRole('button', { name: en.band.close }).click()
    await expect(bandOf(page)).toBeHidden()
    await screen.runToEnd()
    await expect(screen.console).toContainText('mine')
  }
})
