/** The one-file form of the course, opened from a disk: `npm run package -- --single`. */
import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Octets. Libraries, both languages and their search are in it. */
const MAX_SIZE = 11_000_000

// The file is made once.
test.describe.configure({ mode: 'serial' })

let address: string

test.beforeAll(async () => {
  await promisify(execFile)(process.execPath, [`${root}scripts/package.mjs`, '--single'])
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'))
  const file = `${root}build/upgrade-101-${version}.html`
  expect((await stat(file)).size).toBeLessThanOrEqual(MAX_SIZE)
  address = pathToFileURL(file).href
})
test.beforeEach(({ guard }) => guard.allowServer('file:///'))

test('from a disk a lesson is read and run, and the wire shows its frames', async ({ page }) => {
  await page.goto(`${address}#/en/first-echo.html`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First connection')
  const screen = new WorkScreen(page)
  await screen.editor.fill(`const ws = new WebSocket('wss://echo.example')
ws.onopen = () => ws.send('from a disk')
ws.onmessage = ({ data }) => { console.log(data, self.origin); ws.close() }`)
  await screen.run.click()
  await expect(screen.console).toContainText('from a disk null')
  await expect(screen.wire).toContainText('from a disk')
})

test('a library comes from the file, too', async ({ page }) => {
  await page.goto(`${address}#/en/play.html`)
  const screen = new WorkScreen(page)
  await screen.editor.fill("import { of } from 'rxjs'\nof('a library').subscribe(console.log)")
  await screen.run.click()
  await expect(screen.console).toContainText('a library')
})

test('it begins with the course in the language of the browser, and leads on by its fragment', async ({
  page,
}) => {
  await page.goto(address)
  await expect(page).toHaveURL(`${address}#/en/index.html`)
  await page.getByRole('button', { name: '切换到中文' }).click()
  await expect(page).toHaveURL(`${address}#/zh-CN/index.html`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page).toHaveURL(/#\/zh-CN\/.+\.html/)
})

test('its theme is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${address}#/en/index.html`)
  await page.getByRole('button', { name: /^Theme/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
