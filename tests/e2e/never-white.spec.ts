/** A page that cannot run can be read, and says what keeps it from running. */
import type { Page, Route } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { LOCALES } from '../../src/core/locale/locale.ts'
import english from '../../src/locales/en/trouble.ts'
import chinese from '../../src/locales/zh-CN/trouble.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const TEXTS = { en: english, 'zh-CN': chinese }
const dist = new URL('../../dist/', import.meta.url)

/** The beginning of a sentence, up to what the browser knows of it. */
const beginning = (text: string) => text.split('{detail}')[0] ?? text

async function expectToRead(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First connection')
  await expect(page.getByRole('article')).toContainText('There’s no connect()')
}

const LESSON = 'en/first-echo.html'
const SCRIPTS = '**/assets/*.js'
/** The problems that a browser reports of scripts that it does not run. */
const REFUSED = /\.js|MIME type|script/

async function changed(route: Route, headers: Readonly<Record<string, string>>): Promise<void> {
  const response = await route.fetch()
  await route.fulfill({ response, headers: { ...response.headers(), ...headers } })
}

test('from a disk', async ({ page, guard }) => {
  guard.allowServer(dist.href)
  guard.expectProblem(/file:|CORS/)
  await page.goto(new URL(LESSON, dist).href)
  await expectToRead(page)
  await expect(page.getByRole('alert')).toContainText(english.disk)
  // The first page has words and ways on too.
  await page.goto(new URL('index.html', dist).href)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/index\.html$/)
  await expect(page.getByRole('alert')).toContainText(english.disk)
})

test('from a host that names types wrongly', async ({ page, guard }) => {
  guard.expectProblem(REFUSED)
  await page.route(SCRIPTS, (route) => changed(route, { 'content-type': 'text/plain' }))
  await page.goto(LESSON)
  await expectToRead(page)
  await expect(page.getByRole('alert')).toContainText(
    english.type.replace('{detail}', 'text/plain'),
  )
})

test('in a frame without same-origin', async ({ page, guard, baseURL }) => {
  guard.expectProblem(/.*/)
  await page.route('**/outside.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="allow-scripts allow-popups" src="${LESSON}" width="800" height="600"></iframe>`,
    }),
  )
  await page.goto(`${baseURL ?? ''}outside.html`)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('First connection')
  await expect(frame.getByRole('alert')).toContainText(english.frame)
  await expect(frame.getByRole('link', { name: english.open })).toBeVisible()
})

for (const locale of LOCALES)
  test(`after a new build has replaced the files, in ${locale}`, async ({ page, guard }) => {
    guard.expectProblem(REFUSED)
    await page.route(SCRIPTS, (route) => route.fulfill({ status: 404, body: 'gone' }))
    await page.goto(`${locale}/first-echo.html`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('alert')).toContainText(TEXTS[locale].outdated)
    await expect(page.getByRole('link', { name: TEXTS[locale].reload })).toBeVisible()
  })

test('with a script that fails', async ({ page, guard }) => {
  guard.expectProblem(/broken/)
  await page.route('**/assets/app-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "throw new Error('broken')" }),
  )
  await page.goto(LESSON)
  await expectToRead(page)
  await expect(page.getByRole('alert')).toContainText(beginning(english.failed))
  await expect(page.getByRole('alert')).toContainText('broken')
})

test('from a host whose policy forbids the scripts, even those within the page', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/Content Security Policy|csp/)
  await page.route(`**/${LESSON}`, (route) =>
    changed(route, { 'content-security-policy': "script-src 'none'" }),
  )
  await page.goto(LESSON)
  await expectToRead(page)
  await expect(page.getByText(english.blocked)).toBeVisible()
})

test.describe('in a browser with scripts turned off', () => {
  test.use({ javaScriptEnabled: false })

  test('a lesson can be read, and says what to do', async ({ page, guard }) => {
    guard.expectProblem(/^failed: .*\.js csp$/)
    await page.goto(LESSON)
    await expectToRead(page)
    await expect(page.getByText(english.blocked)).toBeVisible()
  })
})

test('a page that runs says nothing of all this', async ({ page }) => {
  await page.goto(LESSON)
  await page.waitForFunction(() => !('earlyInput' in window))
  await expect(page.getByText(english.blocked)).toBeHidden()
  await expect(page.getByRole('alert').filter({ visible: true })).toHaveCount(0)
})

for (const { header, value } of [
  { header: 'X-Frame-Options', value: 'DENY' },
  { header: 'Content-Security-Policy', value: "frame-ancestors 'none'" },
  { header: 'Content-Security-Policy', value: "script-src 'self'" },
] as const)
  test(`a sandbox that is stopped by ${header}: ${value} names it`, async ({ page, guard }) => {
    guard.expectProblem(/./)
    await page.route(/\/sandbox\.html(?:\?|$)/, (route) => changed(route, { [header]: value }))
    await page.goto('en/play.html')
    const screen = new WorkScreen(page)
    await screen.run.click()
    await expect(page.getByText(`${header}: ${value}`).first()).toBeVisible()
    await expect(screen.editor).toBeVisible()
    // Another frame may still be asked for.
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })

test('no page lacks words of its own', async () => {
  const index = await readFile(new URL('index.html', dist), 'utf8')
  expect(index).toContain('<h1>')
  for (const locale of LOCALES) expect(index).toContain(`${locale}/index.html`)
})

test('dark that was chosen on a light system is dark before the style sheet is there', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('en/index.html')
  await page.getByRole('button', { name: /^Theme/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/assets/*.css', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('en/first-echo.html', { waitUntil: 'commit' })
  await expect(page.locator('meta[name="color-scheme"]')).toHaveAttribute('content', 'dark')
  // What a browser paints where nothing is drawn yet.
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
    'normal',
  )
  letGo()
  await page.unrouteAll({ behavior: 'wait' })
})
