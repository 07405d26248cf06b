/** A page before its app is there, and while it is taken over. */
import type { Page } from '@playwright/test'
import { expectTheme } from './accessibility.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

/** Holds back the app's entry until it is let go. */
async function holdApp(page: Page, script = 'app'): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(`**/assets/${script}-*.js`, async (route) => {
    await held
    await route.continue()
  })
  return letGo
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  // The browser reports each script that it was told not to run.
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  for (const [path, heading, said] of [
    ['en/first-echo.html', 'First connection', 'There’s no connect()'],
    ['zh-CN/closing.html', '关闭握手', '1005'],
  ] as const)
    test(`${path} is read whole, with its program`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
      await expect(page.getByRole('article')).toContainText(said)
      await expect(page.getByRole('textbox', { name: 'client.js' })).toHaveValue(/new WebSocket\(/)
    })

  test('the links of the course lead to its lessons', async ({ page }) => {
    await page.goto('en/index.html')
    await page.getByRole('link', { name: 'Four states' }).click()
    await expect(page).toHaveURL(/\/en\/ready-state\.html$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Four states')
  })
})

test('the theme is right before the app is there', async ({ page }) => {
  const letGo = await holdApp(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('en/first-echo.html', { waitUntil: 'commit' })
  await expectTheme(page, 'dark')
  letGo()
  await page.getByRole('button', { name: /^Theme/ }).click()
  await page.getByRole('menuitemradio', { name: 'Light' }).click()
  await page.unrouteAll()
  await holdApp(page)
  await page.reload({ waitUntil: 'commit' })
  await expectTheme(page, 'light')
})

test('a Run that is pressed, and text that is typed, before the app is there are not lost', async ({
  page,
}) => {
  const letGo = await holdApp(page)
  await page.goto('en/play.html', { waitUntil: 'commit' })
  const screen = new WorkScreen(page)
  await screen.editor.fill("console.log('typed early')")
  // Before the styles, the Run button of narrow windows is visible too.
  await expect(screen.run).toHaveCount(1)
  await screen.run.click()
  letGo()
  await expect(screen.console).toContainText('typed early')
  await page.reload()
  await expect(screen.editor).toHaveValue("console.log('typed early')")
})

test('text that is typed early does not replace what was kept: undo brings it back', async ({
  page,
}) => {
  await page.goto('en/first-echo.html')
  const screen = new WorkScreen(page)
  await screen.write('// kept from before')
  // A reload stores what was just written.
  await page.reload()
  await expect(screen.editor).toHaveValue('// kept from before')

  const letGo = await holdApp(page)
  await page.reload({ waitUntil: 'commit' })
  await screen.editor.fill('// typed early')
  letGo()
  await page.getByRole('button', { name: 'Show the earlier program' }).click()
  await expect(screen.editor).toHaveValue('// kept from before')
})

for (const width of [1440, 1024, 390])
  test(`nothing is laid out anew when the app takes the page over, ${width} pixels wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    const letGo = await holdApp(page)
    await page.goto('en/first-echo.html', { waitUntil: 'commit' })
    const places = () =>
      page
        .locator('h1, h2, article p, [role="tab"], [role="separator"], textarea, nav button')
        .evaluateAll((elements) =>
          elements.map((element) => {
            const { x, y, width, height } = element.getBoundingClientRect()
            return [element.tagName, x, y, width, height].join(' ')
          }),
        )
    // Fonts are asked for once the styles are there.
    await page.waitForFunction(() => [...document.fonts].some(({ status }) => status === 'loaded'))
    await page.evaluate(() => document.fonts.ready)
    const before = await places()
    letGo()
    await page.waitForFunction(() => !('earlyInput' in window))
    expect(await places()).toEqual(before)
  })

test('a lesson prints its prose and tasks, and nothing to operate', async ({ page }) => {
  await page.goto('en/first-echo.html')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('article')).toBeVisible()
  await expect(page.getByRole('article').getByRole('list').last()).toBeVisible()
  for (const role of ['banner', 'textbox', 'separator', 'tab', 'navigation'] as const)
    await expect(page.getByRole(role)).toHaveCount(0)
  const [printed, whole] = await page
    .getByRole('article')
    .evaluate((article) => [article.clientHeight, document.documentElement.scrollHeight])
  expect(printed, 'the page is as long as the lesson').toBeLessThanOrEqual(whole ?? 0)
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'light')
})

test('scroll, focus and selection are kept when the app takes the page over', async ({ page }) => {
  const letGo = await holdApp(page)
  await page.goto('en/first-echo.html', { waitUntil: 'commit' })
  const article = page.getByRole('article')
  const region = page.getByRole('region').filter({ has: article }).last()
  await region.evaluate((element) => element.scrollTo({ top: 240 }))
  await article.locator('h2[id] + p').first().selectText()
  await region.focus()
  const state = () =>
    region.evaluate((element) => ({
      top: element.scrollTop,
      focused: document.activeElement === element,
      selected: String(getSelection()),
    }))
  const before = await state()
  expect(before).toMatchObject({ focused: true, selected: expect.stringMatching(/\w/) })
  expect(before.top).toBeGreaterThan(0)
  letGo()
  await page.waitForFunction(() => !('earlyInput' in window))
  expect(await state()).toEqual(before)
})

test('a fragment leads to its section: at first, after a reload, and by back and forward', async ({
  page,
}) => {
  await page.goto('en/first-echo.html')
  const anchor = page.getByRole('article').locator('h2[id] a').last()
  const section = page.getByRole('article').locator('h2[id]').last()
  const fragment = await section.getAttribute('id')
  await page.goto(`en/first-echo.html#${fragment}`)
  // The app is still on its way, and a reload would call off a move within its page.
  await expect(page).toHaveURL(new RegExp(`#${fragment}$`))
  await page.reload()
  await expect(section).toBeInViewport()
  await page.goto('en/first-echo.html')
  await page.reload()
  await expect(section).not.toBeInViewport()
  await anchor.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`#${fragment}$`))
  await page.goBack()
  await expect(page).not.toHaveURL(/#/)
  await page.goForward()
  await expect(section).toBeInViewport()
})

test('a fragment that is gone to while the app is on its way stays in the address', async ({
  page,
}) => {
  const letGo = await holdApp(page, 'WorkScreen')
  // The app asks for it once its router is on its way.
  const isAsked = page.waitForRequest('**/config.json')
  await page.goto('en/first-echo.html', { waitUntil: 'commit' })
  await isAsked
  const section = page.getByRole('article').locator('h2[id]').last()
  await section.locator('a').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#json$/)
  letGo()
  await page.waitForFunction(() => !('earlyInput' in window))
  await expect(page).toHaveURL(/#json$/)
  await expect(section).toBeInViewport()
})
