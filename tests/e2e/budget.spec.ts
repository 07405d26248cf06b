/**
 * What a lesson's page and the course's may cost, in octets after Brotli at its best. They are counted from what a
 * browser asked for, and compressed here: octets do not vary from machine to machine.
 */
import { readFile } from 'node:fs/promises'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const dist = new URL('../../dist/', import.meta.url)
const LESSON = 'en/first-echo.html'

/** Until it can be read in its final look: the document and its styles. */
const TO_READ = 40_000
/** Until a program can be typed and run, with the sandbox and without it. The aims: 220 and 105 kB. */
const TO_RUN = 287_700
const TO_RUN_WITHOUT_SANDBOX = 198_900

const COURSE = 'en/index.html'
/** What the search adds once a reader goes to its field: the index, and what reads it. */
const TO_SEARCH = 88_000

/** The files that a page asks for, relative to the site. Fonts are not counted: they swap in. */
function watchFiles(page: Page, site: string): Set<string> {
  const files = new Set<string>()
  page.on('request', (request) => {
    const [url = ''] = request.url().split(/[?#]/)
    if (url.startsWith(site) && request.resourceType() !== 'font') files.add(url.slice(site.length))
  })
  return files
}

/** Octets of each file, compressed; the largest first. */
async function sizesOf(files: Iterable<string>): Promise<[file: string, octets: number][]> {
  const sizes = [...files].map(async (file): Promise<[string, number]> => {
    const content = await readFile(new URL(file, dist))
    return [file, brotliCompressSync(content).length]
  })
  return (await Promise.all(sizes)).sort(([, one], [, other]) => other - one)
}

const sum = (sizes: readonly (readonly [string, number])[]) =>
  sizes.reduce((total, [, octets]) => total + octets, 0)
const table = (sizes: readonly (readonly [string, number])[]) =>
  sizes.map(([file, octets]) => `${octets} ${file}`).join('\n')

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a lesson is read after its document and its styles, which the document names', async ({
    page,
    baseURL,
    guard,
  }) => {
    guard.expectProblem(/^failed: .*\.js csp$/)
    const asked = watchFiles(page, baseURL ?? '')
    await page.goto(LESSON)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const files = [...asked].filter((file) => /\.(html|css)$/.test(file))
    const document = await readFile(new URL(LESSON, dist), 'utf8')
    // A chain of two requests: nothing that is asked for leads to a third.
    for (const file of files)
      if (file !== LESSON) {
        expect(document).toContain(`href="../${file}"`)
        expect(await readFile(new URL(file, dist), 'utf8')).not.toContain('@import')
      }
    const sizes = await sizesOf(files)
    expect(sum(sizes), table(sizes)).toBeLessThanOrEqual(TO_READ)
  })
})

test('a program is typed and run before anything else is fetched, and then the rest comes', async ({
  page,
  baseURL,
}) => {
  // Whatever waits for the page to be idle waits until it is let go.
  await page.addInitScript(() => {
    const waiting: IdleRequestCallback[] = []
    window.requestIdleCallback = (callback) => waiting.push(callback)
    Object.assign(window, {
      becomeIdle: () => {
        window.requestIdleCallback = (callback) => Number(setTimeout(callback, 0))
        for (const callback of waiting.splice(0))
          callback({ didTimeout: true, timeRemaining: () => 0 })
      },
    })
  })
  const asked = watchFiles(page, baseURL ?? '')
  await page.goto(LESSON)
  await page.waitForFunction(() => !('earlyInput' in window))
  const screen = new WorkScreen(page)
  await screen.editor.fill("console.log('typed')")
  await screen.run.click()
  await expect(screen.console).toContainText('typed')

  const sizes = await sizesOf(asked)
  const isSandbox = ([file]: readonly [string, number]) => file === 'sandbox.html'
  expect(sizes.filter(isSandbox)).toHaveLength(1)
  expect.soft(sum(sizes), table(sizes)).toBeLessThanOrEqual(TO_RUN)
  const others = sizes.filter((size) => !isSandbox(size))
  expect.soft(sum(others), table(others)).toBeLessThanOrEqual(TO_RUN_WITHOUT_SANDBOX)

  await page.evaluate('becomeIdle()')
  await expect(page.getByRole('group', { name: screen.text('time.label') })).toBeVisible()
  await expect(screen.wire).toBeAttached()
})

test('the course is read like a lesson, and what it can search comes when it is searched', async ({
  page,
  baseURL,
}) => {
  const asked = watchFiles(page, baseURL ?? '')
  await page.goto(COURSE)
  await page.waitForFunction(() => !('earlyInput' in window))
  const toRead = await sizesOf([...asked].filter((file) => /\.(html|css)$/.test(file)))
  expect.soft(sum(toRead), table(toRead)).toBeLessThanOrEqual(TO_READ)

  // What is fetched ahead, while nobody needs anything, is there.
  await page.waitForLoadState('networkidle')
  const before = new Set(asked)
  await page.getByRole('searchbox').fill('1006')
  await expect(page.getByRole('search').getByRole('listitem').first()).toBeVisible()
  const toSearch = await sizesOf([...asked].filter((file) => !before.has(file)))
  expect(toSearch.map(([file]) => file)).toContain('search-en.json')
  expect.soft(sum(toSearch), table(toSearch)).toBeLessThanOrEqual(TO_SEARCH)
})
