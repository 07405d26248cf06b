/** The reader's progress as a page, as a file and on paper. */
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const PROGRESS = JSON.stringify({
  version: 1,
  lessons: {
    'first-echo': { solved: true, tasks: ['echo'], predictions: {}, solvedAt: 1764547200000 },
  },
})

test('a file takes program and progress to another browser, where nothing is lost', async ({
  page,
  browser,
}) => {
  await page.goto('en/first-echo.html')
  await page.evaluate((value) => localStorage.setItem('upgrade101/progress', value), PROGRESS)
  await page.reload()
  const screen = new WorkScreen(page)
  await screen.write('// my program')
  await page.goto('en/index.html')
  await page.getByRole('link', { name: /^Your progress/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your progress' })).toBeVisible()
  await expect(page.getByText(/^1 of 28 lessons solved, 0 of 30 faults found$/)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'First connection' })).toContainText(
    'solved on December 1, 2025',
  )
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save it as a file' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toMatch(/^upgrade-101-\d{4}-\d\d-\d\d\.json$/)
  const path = await download.path()

  const there = await browser.newPage({ baseURL: new URL('../', page.url()).href })
  await there.goto('en/progress.html')
  await expect(there.getByText(/^0 of 28 lessons solved/)).toBeVisible()
  await there.getByLabel('Take in a file').setInputFiles(path)
  await expect(there.getByRole('status').filter({ hasText: 'Taken in' })).toHaveText(
    'Taken in, with one program.',
  )
  await expect(there.getByText(/^1 of 28 lessons solved/)).toBeVisible()
  await there.goto('en/first-echo.html')
  await expect(new WorkScreen(there).editor).toHaveValue('// my program')
  await there.context().close()
})

test('a file that is none is told by its name, and changes nothing', async ({ page }) => {
  await page.goto('en/progress.html')
  const takeIn = async (name: string, text: string) =>
    page
      .getByLabel('Take in a file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  const said = page.getByRole('status').filter({ hasText: '.json' })
  await takeIn('cut.json', '{"format":"upgrade-101-work","ver')
  await expect(said).toContainText('cut.json isn’t a file of progress, or it was cut.')
  await takeIn('trace.json', '{"log":{}}')
  await expect(said).toContainText('trace.json isn’t a file of progress of this course.')
  await takeIn('later.json', '{"format":"upgrade-101-work","version":7}')
  await expect(said).toContainText('A newer version of this site saved later.json.')
  expect(await page.evaluate(() => localStorage.getItem('upgrade101/progress'))).toBeNull()
})

test('it can be pasted, printed and read by everyone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('en/progress.html')
  await page.getByRole('button', { name: 'Copy the text' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Upgrade 101, .+: 0 of 28 lessons solved, 0 of 30 faults found\.$/,
  )
  await expectNoViolationsInBothThemes(page)
  await page.getByLabel('Name').fill('Ada Lovelace')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByLabel('Name')).toBeVisible()
  await expect(page.getByText('What this page is worth: nobody has checked it.')).toBeVisible()
  await expect(page.getByText(/^Printed on /)).toBeVisible()
  for (const name of ['Print this page', 'Save it as a file', 'Copy the text'])
    await expect(page.getByRole('button', { name })).toBeHidden()
  await expect(page.getByRole('banner')).toBeHidden()
})

test('in Chinese it says the same', async ({ page }) => {
  await page.goto('zh-CN/progress.html')
  await expect(page.getByRole('heading', { level: 1, name: '你的进度' })).toBeVisible()
  await expect(page.getByText('已完成 0 / 28 课，已找出 0 / 30 个错误').first()).toBeVisible()
})
