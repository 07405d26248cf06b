import { readdir, readFile } from 'node:fs/promises'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from './test.ts'

const dist = new URL('../../dist/', import.meta.url)
const html = (await readdir(dist, { recursive: true })).filter(
  (name) => name.endsWith('.html') && name !== 'sandbox.html',
)

test('what the first Run of an in-page program needs of the sandbox is within its budget', async () => {
  const assets = await readdir(new URL('assets/', dist))
  const prepare = assets.filter((name) => /^prepare-program-.*\.js$/.test(name))
  expect(prepare).toHaveLength(1)
  const sizeOf = async (name: string) =>
    brotliCompressSync(await readFile(new URL(name, dist))).length
  expect(await sizeOf('sandbox.html')).toBeLessThanOrEqual(89_100)
  expect(await sizeOf(`assets/${prepare[0]}`)).toBeLessThanOrEqual(33_000)
})

test('works from a sub-path of a static host, and leads to the course where no page is named', async ({
  page,
}) => {
  await page.goto('')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/\/some\/course\/en\/index\.html$/)
})

test('an address of an earlier version leads to the page that it named', async ({ page }) => {
  await page.goto('#/zh-CN/lesson/closing')
  await expect(page).toHaveURL(/\/zh-CN\/closing\.html$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('关闭握手')
})

test('an address that names nothing leads to the nearest lesson', async ({ page, guard }) => {
  guard.expectProblem(/404/)
  const response = await page.goto('en/readystate.html')
  expect(response?.status()).toBe(404)
  await page.getByRole('link', { name: 'Four states' }).click()
  await expect(page).toHaveURL(/\/some\/course\/en\/ready-state\.html$/)
})

for (const name of html)
  test(`${name} names nothing by an absolute path`, async () => {
    const text = await readFile(new URL(name, dist), 'utf8')
    const named = [...text.matchAll(/ (?:src|href)="([^"]*)"/g)].map(([, url]) => url)
    expect(named.length).toBeGreaterThan(0)
    expect(
      named.filter((url) => !/^$|^(\.\.?\/|#|https:\/\/)|^[\w-]+\/index.html$/.test(url ?? '')),
    ).toEqual([])
  })

test('the page carries its policy, which holds on a host that sends none', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/console error: .*script-src 'self'/)
  guard.expectProblem(/console error: .*frame-src 'self'/)
  await page.goto('en/index.html')
  const blocked = await page.evaluate(() => {
    const violations: string[] = []
    return new Promise<string[]>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violations.push(effectiveDirective)
        if (violations.length === 2) resolve(violations)
      })
      const script = document.createElement('script')
      script.textContent = 'document.title = "changed"'
      const frame = document.createElement('iframe')
      frame.src = 'https://stranger.example/?secret'
      document.body.append(script, frame)
    })
  })
  expect(blocked.sort()).toEqual(['frame-src', 'script-src-elem'])
  await expect(page).not.toHaveTitle('changed')
})

test.describe('the scripts of an old page', () => {
  for (const [path, said] of [
    ['en/first-echo.html', 'Reload the page'],
    ['zh-CN/first-echo.html', '重新加载页面'],
  ] as const)
    test(`that are gone: ${path} is read, and says to reload`, async ({ page, guard }) => {
      guard.expectProblem(/404/)
      await page.route('**/assets/app-*.js', (route) => route.fulfill({ status: 404 }))
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.unrouteAll()
      await page.getByRole('link', { name: said }).click()
      await page.waitForFunction(() => !('earlyInput' in window))
      await expect(page.getByRole('link', { name: said })).toBeHidden()
    })
})
