/** The glossary and the cheat sheet: how a reader comes to them, and what they are on paper. */
import type { Page } from '@playwright/test'
import { LOCALES } from '../../src/core/locale/locale.ts'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

const takenOver = (page: Page) => page.waitForFunction(() => !('earlyInput' in window))

test('a term of a lesson has a note, which leads to its entry and on to the lessons', async ({
  page,
}) => {
  await page.goto('en/closing.html')
  await takenOver(page)
  const term = page.getByRole('link', { name: 'close code', exact: true })
  const note = page.getByRole('note').filter({ hasText: 'why a connection ended' })
  await term.click()
  await expect(note).toBeVisible()
  await expect(term).toHaveAttribute('aria-expanded', 'true')
  await expectNoViolationsInBothThemes(page)
  await term.click()
  await expect(note).toHaveCount(0)

  await term.focus()
  await page.keyboard.press('Enter')
  await expect(note).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(note).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/glossary\.html#close-code$/)
  const entry = page.locator('#close-code')
  await expect(entry).toBeInViewport()
  await entry.getByRole('link', { name: 'Closing' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Closing')
})

test('a lesson asks for nothing of the glossary and the cheat sheet', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('en/closing.html')
  await takenOver(page)
  expect(asked.filter((url) => /closing/.test(url))).not.toEqual([])
  expect(asked.filter((url) => /glossary|cheatsheet/i.test(url))).toEqual([])
})

test('a note goes when the lesson is scrolled', async ({ page }) => {
  await page.goto('en/closing.html')
  await takenOver(page)
  await page.getByRole('link', { name: 'close code', exact: true }).click()
  const note = page.getByRole('note').filter({ hasText: 'why a connection ended' })
  await expect(note).toBeVisible()
  const region = page
    .getByRole('region')
    .filter({ has: page.getByRole('article') })
    .last()
  await region.evaluate((element) => element.scrollBy({ top: 40 }))
  await expect(note).toHaveCount(0)
})

test('the course and the help lead to both, and each to the other', async ({ page }) => {
  await page.goto('en/index.html')
  await page.getByRole('link', { name: 'Glossary of all terms' }).click()
  await expect(page).toHaveURL(/\/en\/glossary\.html$/)
  await page.getByRole('link', { name: 'Cheat sheet' }).click()
  await expect(page).toHaveURL(/\/en\/cheatsheet\.html$/)
  await page.getByRole('link', { name: 'Glossary' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary')
  await page.getByRole('button', { name: 'Help and shortcuts' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Cheat sheet' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cheat sheet')
})

test('a fragment leads to its term in both languages, also after a change of language', async ({
  page,
}) => {
  await page.goto('en/glossary.html#wasClean-is-no-term')
  await takenOver(page)
  await expect(page.locator('#was-clean')).not.toBeInViewport()
  await page.goto('en/glossary.html#webtransport')
  await expect(page.locator('#webtransport')).toBeInViewport()
  await page.goto('zh-CN/glossary.html#masking-key')
  await takenOver(page)
  await expect(page.locator('#masking-key')).toBeInViewport()
  // The place of a reader who scrolled is kept for Back; the switch must not return to it.
  await page.getByRole('main').evaluate((element) => element.scrollBy({ top: -30 }))
  await page.waitForFunction(() => 'scrolledTo' in history.state)
  await page.getByRole('button', { name: /switch to English/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary')
  await expect(page.locator('#masking-key')).toContainText('Four random bytes')
  await expect(page.locator('#masking-key')).toBeInViewport()
})

for (const locale of LOCALES)
  test(`the cheat sheet in ${locale} is one page of A4, on which no words are cut off`, async ({
    page,
  }) => {
    await page.goto(`${locale}/cheatsheet.html`)
    await takenOver(page)
    await page.evaluate(() => document.fonts.ready)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)

    await page.emulateMedia({ media: 'print' })
    for (const role of ['banner', 'button', 'link'] as const)
      await expect(page.getByRole(role)).toHaveCount(0)
    // A4 without its margins.
    await page.setViewportSize({ width: 733, height: 1062 })
    const wide = await page
      .locator('section, section *:not(.visually-hidden)')
      .evaluateAll((elements) =>
        elements
          .filter(
            ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1,
          )
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      )
    expect(wide).toEqual([])
  })

test('on paper, the page of figures has all of them', async ({ page }) => {
  await page.goto('en/figures.html')
  await takenOver(page)
  const pdf = await page.pdf({ format: 'A4' })
  // One page is what the window shows.
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(2)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('a term of a lesson leads to its entry, and nothing is there that does nothing', async ({
    page,
  }) => {
    await page.goto('zh-CN/closing.html')
    await page.getByRole('link', { name: '关闭码', exact: true }).click()
    await expect(page).toHaveURL(/\/zh-CN\/glossary\.html#close-code$/)
    await expect(page.locator('#close-code')).toBeInViewport()
    await page.goto('en/cheatsheet.html')
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('main')).toContainText('4000–4999')
  })
})
