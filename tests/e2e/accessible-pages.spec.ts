/** axe on the files, before the app is there; `addresses.spec.ts` has the pages that it took over. */
import { LOCALES } from '../../src/core/locale/locale.ts'
import { expectNoViolations, expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

for (const locale of LOCALES)
  for (const name of ['index', 'first-echo', 'play', 'glossary', 'cheatsheet']) {
    test(`${locale}/${name}.html has no violation before its scripts are there`, async ({
      page,
      guard,
    }) => {
      guard.expectProblem(/^(failed|console error): .*ERR_FAILED/)
      await page.route('**/*.js', (route) => route.abort())
      await page.goto(`${locale}/${name}.html`)
      await expectNoViolationsInBothThemes(page)
    })
  }

for (const colorScheme of ['light', 'dark'] as const)
  test(`404.html has no violation, ${colorScheme}`, async ({ page, guard }) => {
    guard.expectProblem(/404/)
    await page.emulateMedia({ colorScheme })
    await page.goto('en/readystate.html')
    await expect(page.getByRole('heading').first()).toBeVisible()
    await expectNoViolations(page)
  })

test('in forced colours, a tab that is not chosen has no line', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('en/first-echo.html')
  const tabs = page.getByRole('navigation').locator('button')
  const [chosen, other] = await tabs.evaluateAll((buttons) =>
    buttons.map((button) => getComputedStyle(button).borderTopColor),
  )
  const canvas = await page.locator('body').evaluate((body) => {
    body.style.color = 'Canvas'
    return getComputedStyle(body).color
  })
  expect(other).toBe(canvas)
  expect(chosen).not.toBe(canvas)
})

test('the handle between two panes says where it is', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('en/first-echo.html')
  const handle = page.getByRole('separator').first()
  const share = await handle.evaluate((element) => {
    const [first, whole] = [element.previousElementSibling, element.parentElement]
    if (first === null || whole === null) return 'no panes'
    return String(Math.round((first.clientWidth / whole.clientWidth) * 100))
  })
  await expect(handle).toHaveAttribute('aria-valuenow', share)
})
