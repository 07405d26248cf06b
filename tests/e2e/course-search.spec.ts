/** The search of the course: by keyboard, by touch, by address, and without its index. */
import type { Page } from '@playwright/test'
import { expectNoViolations, expectNoViolationsInBothThemes } from './accessibility.ts'
import { observeShifts, settled, shiftsOf } from './layout-shifts.ts'
import { expect, test } from './test.ts'

const takenOver = (page: Page) => page.waitForFunction(() => !('earlyInput' in window))
const fieldOf = (page: Page) => page.getByRole('searchbox', { name: 'Search the course' })
const hitsOf = (page: Page) => page.getByRole('search').getByRole('listitem')

async function openCourse(page: Page, query = ''): Promise<void> {
  await page.goto(`en/index.html${query}`)
  await takenOver(page)
}

test('a question is typed, a hit is chosen by keyboard, and Back shows what was found', async ({
  page,
}) => {
  await openCourse(page)
  await page.keyboard.press('/')
  await expect(fieldOf(page)).toBeFocused()
  await page.keyboard.type('why is my code 1006')
  const first = hitsOf(page).first()
  await expect(first).toContainText('Closing › 1006 has many causes')
  await expect(first.locator('mark').first()).toHaveText('1006')
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ hits$/)
  await expect(page).toHaveURL(/\?q=why\+is\+my\+code\+1006$/)
  await expectNoViolationsInBothThemes(page)

  await page.keyboard.press('ArrowDown')
  await expect(first.getByRole('link')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(hitsOf(page).nth(1).getByRole('link')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(fieldOf(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/closing\.html#abnormal$/)
  await expect(page.getByRole('heading', { name: '1006 has many causes' })).toBeInViewport()

  await page.goBack()
  await expect(fieldOf(page)).toHaveValue('why is my code 1006')
  await expect(first).toContainText('Closing')
})

test('Enter opens the first hit, Escape closes the list and then empties the field', async ({
  page,
}) => {
  await openCourse(page)
  await fieldOf(page).fill('sec-websocket-key')
  await expect(hitsOf(page).first()).toContainText('Build the handshake')
  await page.keyboard.press('Escape')
  await expect(hitsOf(page)).toHaveCount(0)
  await expect(fieldOf(page)).toHaveValue('sec-websocket-key')
  await page.keyboard.press('ArrowDown')
  await expect(hitsOf(page).first().getByRole('link')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(fieldOf(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(fieldOf(page)).toHaveValue('')
  await expect(page).toHaveURL(/\/en\/index\.html$/)

  await fieldOf(page).fill('nginx')
  await expect(hitsOf(page).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/[a-z-]+\.html(#[a-z-]+)?$/)
})

test('a query in the address is answered, survives a reload and goes along to the other language', async ({
  page,
}) => {
  await openCourse(page, '?q=reconnecting')
  await expect(fieldOf(page)).toHaveValue('reconnecting')
  await expect(hitsOf(page).first()).toContainText('Reconnecting')
  await page.reload()
  await expect(hitsOf(page).first()).toContainText('Reconnecting')
  await page.goto('zh-CN/index.html?q=断线重连')
  const chinese = page.getByRole('search').getByRole('listitem').first()
  await expect(chinese).toContainText('断线重连')
  await expect(chinese.locator('mark').first()).toHaveText('断线重连')
  await page.goto('zh-CN/index.html?q=1006')
  await page.getByRole('button', { name: 'EN' }).click()
  await expect(page).toHaveURL(/\/en\/index\.html\?q=1006$/)
  // The press closed the list.
  await fieldOf(page).click()
  await expect(hitsOf(page).first()).toContainText('1006 has many causes')
})

test('a press elsewhere closes the list, and one in the field opens it again', async ({ page }) => {
  await openCourse(page, '?q=1006')
  await expect(hitsOf(page).first()).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(hitsOf(page)).toHaveCount(0)
  await fieldOf(page).click()
  await expect(hitsOf(page).first()).toBeVisible()
})

test('who types on while the query goes into the address keeps what was typed', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const replace = history.replaceState.bind(history)
    history.replaceState = (state, unused, url) => {
      replace(state, unused, url)
      const field = document.querySelector<HTMLInputElement>('input[type=search]')
      if (field?.value !== 'clos' || !/q=clos$/.test(String(url))) return
      field.value = 'closing'
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
  })
  await openCourse(page)
  await fieldOf(page).fill('clos')
  await expect(page).toHaveURL(/\?q=closing$/)
  await expect(fieldOf(page)).toHaveValue('closing')
})

test('all hits are shown when they are asked for, from the first that was left out', async ({
  page,
}) => {
  await openCourse(page, '?q=proxy')
  const best = 6
  await expect(hitsOf(page)).toHaveCount(best)
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(hitsOf(page).nth(best).getByRole('link')).toBeFocused()
  await expect(page.getByRole('button', { name: 'Show all' })).toHaveCount(0)
})

test('a hit in the glossary and one in the cheat sheet lead to their places', async ({ page }) => {
  await openCourse(page, '?q=close+code')
  for (const [name, file, id] of [
    ['Glossary › close code', 'glossary', 'close-code'],
    ['Cheat sheet › Close codes', 'cheatsheet', 'codes'],
  ] as const) {
    await page.getByRole('button', { name: 'Show all' }).click()
    await hitsOf(page).filter({ hasText: name }).click()
    await expect(page).toHaveURL(new RegExp(`/en/${file}\\.html#${id}$`))
    await expect(page.locator(`#${id}`)).toBeInViewport()
    await page.goBack()
    await expect(hitsOf(page).first()).toBeVisible()
  }
})

test('what is nowhere in the course is said, and the glossary offered', async ({ page }) => {
  await openCourse(page)
  await fieldOf(page).fill('zebra')
  const nothing = 'Nothing about “zebra” in the course.'
  await expect(page.getByRole('search').getByRole('status')).toHaveText(nothing)
  await expectNoViolations(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/glossary\.html$/)
})

test('an index that cannot be loaded is said, and loaded when it can be', async ({
  page,
  context,
  guard,
}) => {
  guard.expectProblem(/^failed: .*search-en\.json\S* net::ERR_INTERNET_DISCONNECTED$/)
  guard.expectProblem(/^console error: Failed to load resource/)
  await openCourse(page)
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await fieldOf(page).fill('nginx')
  const failure = page.getByRole('alert')
  await expect(failure).toContainText('couldn’t be loaded')
  await expectNoViolations(page)
  await context.setOffline(false)
  await failure.getByRole('button', { name: 'Try again' }).click()
  await expect(hitsOf(page).first()).toContainText('nginx')
  await expect(failure).toHaveCount(0)
  await expect(fieldOf(page)).toBeFocused()
})

test('questions that people ask fill the field', async ({ page }) => {
  await openCourse(page)
  await page.getByRole('link', { name: 'Why 1006?' }).click()
  await expect(fieldOf(page)).toHaveValue('Why 1006?')
  await expect(fieldOf(page)).toBeFocused()
  await expect(hitsOf(page).first()).toContainText('Closing')
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(fieldOf(page)).toHaveValue('')
  await page.getByRole('link', { name: 'twice in React' }).click()
  await expect(hitsOf(page).first()).toContainText('Component and page')
  await expect(page).toHaveURL(/\?q=twice\+in\+React$/)
  await page.goBack()
  await expect(fieldOf(page)).toHaveValue('')
})

test.describe('with a thumb', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a question is touched, a hit too, and nothing is wider than the window', async ({
    page,
  }) => {
    await page.addInitScript(observeShifts)
    await openCourse(page)
    await settled(page)
    expect(await shiftsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'drops after 60 s' }).tap()
    const hit = hitsOf(page).first().getByRole('link')
    await expect(hit).toContainText('Heartbeats')
    // A keyboard on the screen would hide it.
    await expect(fieldOf(page)).not.toBeFocused()
    for (const link of await hitsOf(page).getByRole('link').all())
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    await expectNoViolations(page)
    await hit.tap()
    await expect(page).toHaveURL(/\/en\/heartbeat\.html#idle$/)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  // The browser reports each script that it was told not to run.
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('there is no field that does nothing', async ({ page }) => {
    await page.goto('en/index.html')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(fieldOf(page)).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Why 1006?' })).toHaveCount(0)
  })
})
