/** The site after a first visit: without a network, and with a new build under an open page. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { filesIn } from '../../scripts/pages/build-list.ts'
import english from '../../src/locales/en/offline.ts'
import { createChangingHost, type ChangingHost } from './offline/changing-host.ts'
import { NEXT, writeNextBuild } from './offline/next-build.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const LESSON = 'en/first-echo.html'

let host: ChangingHost
let page: Page

test.beforeEach(async ({ browser }) => {
  host = await createChangingHost(dist)
  page = await newPage(browser)
})
test.afterEach(async () => {
  await page.context().close()
  await host.stop()
})

/** A browser that has never been on the site. */
async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'allow' })
  return context.newPage()
}

const isKept = () => navigator.serviceWorker.controller !== null

async function visit(address: string): Promise<void> {
  await page.goto(host.url + address)
  await page.waitForFunction(isKept)
}

/** Runs the lesson's program, or another one. */
async function runProgram(program?: string): Promise<WorkScreen> {
  const screen = new WorkScreen(page)
  await page.waitForFunction(() => !('earlyInput' in window))
  if (program !== undefined) await screen.editor.fill(program)
  await screen.run.click()
  return screen
}

const ECHO = `const ws = new WebSocket('wss://echo.example')
ws.onopen = () => ws.send('without a network')
ws.onmessage = ({ data }) => { console.log(data, self.origin); ws.close() }`

test('after a first visit every page opens without the server, and programs run', async () => {
  await visit(LESSON)
  await host.stop()
  const pages = (await filesIn(dist)).filter((file) => /^(?:index|[^/]+\/.+)\.html$/.test(file))
  expect(pages.length).toBeGreaterThan(100)
  const opened = await page.evaluate(
    async ([site = '', ...addresses]) => {
      const texts = addresses.map(async (address) => (await fetch(site + address)).text())
      return (await Promise.all(texts)).filter((text) => text.includes('</h1>')).length
    },
    [host.url, ...pages],
  )
  expect(opened).toBe(pages.length)
  await page.goto(`${host.url}zh-CN/closing.html`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto(host.url + LESSON)
  const screen = await runProgram(ECHO)
  // The program is apart from the site, as ever.
  await expect(screen.console).toContainText('without a network null')
  await expect(page.getByRole('alert').filter({ visible: true })).toHaveCount(0)
})

test('the page of a first visit goes on by itself', async () => {
  await visit(LESSON)
  await host.stop()
  await page.getByRole('link', { name: 'Upgrade 101' }).first().click()
  await expect(page).toHaveURL(/en\/index\.html$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a program cannot reach the site that it runs in', async () => {
  await visit(LESSON)
  await page.reload()
  const screen = await runProgram(`
try { console.log(parent.document.title) } catch (error) { console.log('apart:', error.name) }
console.log(self.origin)`)
  await expect(screen.console).toContainText('apart: SecurityError')
  await expect(screen.console).toContainText('null')
  // Should it leave its document, the next one is a sandbox as well.
  for (const frame of await page.locator('iframe').all())
    await expect(frame).toHaveAttribute('sandbox', 'allow-scripts allow-forms')
})

test.describe('with a new build', () => {
  let next: string
  test.beforeEach(async () => {
    next = await mkdtemp(join(tmpdir(), 'upgrade-101-next-'))
    await writeNextBuild(dist, next)
  })
  test.afterEach(async () => {
    await rm(next, { recursive: true })
  })

  const offer = () => page.getByText(english.newer, { exact: true })
  const lookForBuild = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
    })
  const documentTitles = async () =>
    Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.title()),
    )

  test('an open page works on, is offered it, and shows it whole once it is accepted', async () => {
    await visit(LESSON)
    await page.reload()
    host.serve(next)
    await lookForBuild()
    await expect(offer()).toBeVisible()

    // Not forced: neither by a run nor by a reload.
    const screen = await runProgram(ECHO)
    await expect(screen.console).toContainText('without a network')
    expect(new Set(await documentTitles())).toEqual(new Set(['Program']))
    await page.reload()
    expect(await page.evaluate(() => document.documentElement.dataset['build'])).not.toBe(
      NEXT.build,
    )

    await expect(offer()).toBeVisible()
    await page.getByRole('button', { name: english.open }).click()
    await page.waitForFunction((id) => document.documentElement.dataset['build'] === id, NEXT.build)
    // What the reader wrote is there.
    await page.waitForFunction(() => !('earlyInput' in window))
    await expect(screen.editor).toHaveValue(ECHO)
    await runProgram()
    await expect(screen.console).toContainText('without a network')
    expect(new Set(await documentTitles())).toEqual(new Set([NEXT.program]))
    await expect(offer()).toBeHidden()
  })

  test('a second page of the old build keeps what belongs to it', async () => {
    await visit(LESSON)
    await page.reload()
    const other = await page.context().newPage()
    await other.goto(`${host.url}en/play.html`)
    host.serve(next)
    await lookForBuild()
    await page.getByRole('button', { name: english.open }).click()
    await page.waitForFunction((id) => document.documentElement.dataset['build'] === id, NEXT.build)

    page = other
    await expect(offer()).toBeVisible()
    const screen = await runProgram(ECHO)
    await expect(screen.console).toContainText('without a network')
    expect(new Set(await documentTitles())).toEqual(new Set(['Program']))
  })
})

test('a page in a frame keeps nothing', async () => {
  await page.route('**/outside.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${LESSON}"></iframe>` }),
  )
  // What would keep the site is there, and leaves it.
  const asked = page.waitForEvent('requestfinished', (request) =>
    /\/assets\/offline-[^/]*\.js$/.test(request.url()),
  )
  await page.goto(`${host.url}outside.html`)
  await asked
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0)
})
