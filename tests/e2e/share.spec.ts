import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import exports from '../../src/locales/en/export.ts'
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
  await page.getByRole('button', { name: en.open, exact: true }).click()
  const dialog = dialogOf(page)
  if (note !== '') await dialog.getByLabel(en.note).fill(note)
  const url = await dialog.getByLabel(en.link, { exact: true }).inputValue()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  return url
}

/** The whole log as its button copies it. */
async function logOf(screen: WorkScreen): Promise<string> {
  const { page } = screen
  await screen.viewTab('log').click()
  await page.getByRole('button', { name: screen.text('log.copy.rows') }).click()
  await expect(page.getByText(screen.text('log.copy.done'), { exact: true })).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
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
    const log = await logOf(screen)
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
    await screen.goToEnd()
    expect(await logOf(screen)).toBe(log)
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

test('a program that is too long for a link becomes a file, which opens where traces do', async ({
  page,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  const noise = Array.from({ length: 900 }, (_, index) => ((index + 7) ** 7).toString(36)).join(' ')
  await screen.write(`${PROGRAM}// ${noise}\n`)
  await screen.runToEnd()
  await page.getByRole('button', { name: en.open, exact: true }).click()
  await expect(dialogOf(page)).toContainText('As a link this would have')
  const downloading = page.waitForEvent('download')
  await dialogOf(page).getByRole('button', { name: en.saveFile }).click()
  const download = await downloading
  const buffer = await readFile(await download.path())
  await page.keyboard.press('Escape')

  await screen.write(OWN)
  await page.getByRole('button', { name: run.files }).click()
  const files = page.getByRole('dialog', { name: exports.title }).locator('input[type=file]')
  const name = download.suggestedFilename()
  await files.setInputFiles({ name, mimeType: 'application/json', buffer })
  const band = bandOf(page)
  await expect(band).toContainText(en.band.file.replace('{file}', name))
  await expect(screen.editor).toHaveValue(/A moment/)
  await band.getByRole('button', { name: en.band.run, exact: true }).click()
  await expect(band).toContainText(en.band.ran)
  await expect(band).not.toContainText(en.band.differs)
  await band.getByRole('button', { name: en.band.back }).click()
  await expect(screen.editor).toHaveValue(OWN)
})

test('a run on a real server is a link to its recording, and nothing of it runs', async ({
  page,
  labServer,
}) => {
  await page.goto(`${labServer.url}en/play.html`)
  const screen = new WorkScreen(page)
  await screen.write(PROGRAM)
  await screen.chooseLab('echo')
  await screen.runToEnd()
  await expect(screen.console).toContainText('received')
  const url = await linkOf(page, 'From the lab')
  await page.goto('about:blank')
  await page.goto(url)
  await expect(bandOf(page)).toContainText('From the lab')
  await expect(bandOf(page).getByRole('button', { name: en.band.run })).toBeHidden()
  await screen.viewTab('log').click()
  await expect(screen.log).toContainText('A moment')
  await bandOf(page).getByRole('button', { name: en.band.close }).click()
  await expect(bandOf(page)).toBeHidden()
  await expect(screen.editor).toHaveValue(/A moment/)
})

test('a run is copied as Markdown, as commands, and as a page that runs by itself', async ({
  page,
  context,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(PROGRAM)
  await screen.runToEnd()
  await page.getByRole('button', { name: en.open, exact: true }).click()
  const dialog = dialogOf(page)
  const copied = async (name: string) => {
    await dialog.getByRole('button', { name: `Copy: ${name}` }).click()
    await expect(dialog.getByText(en.copied, { exact: true })).toBeVisible()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  expect(await copied(en.as.markdown.name)).toContain('| TEXT frame sent “A moment” | 14 |')
  expect(await copied(en.as.commands.name)).toContain(
    "printf '%s\\n' 'A moment' | websocat -n 'ws://localhost:8080/'",
  )
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: `Save: ${en.as.html.name}` }).click()
  const whole = await readFile(await (await downloading).path(), 'utf8')
  const other = await context.newPage()
  await other.setContent(whole)
  await expect(other.locator('#printed')).toContainText('received A moment')
})
