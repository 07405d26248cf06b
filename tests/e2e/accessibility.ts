import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * Fails with each violation that axe finds on a page as it stands, and the elements it is about.
 * Frames are not entered: what a learner's program shows is the learner's.
 *
 * @param rules axe's ids of those that are tried; all, if there are none
 */
export async function expectNoViolations(page: Page, rules?: readonly string[]): Promise<void> {
  // Evaluated by the browser's debugger, for the page's policy lets no other script in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (runOnly) => {
    // The source above has defined it.
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const results = await axe.run(document, {
      iframes: false,
      // What passed is not listed element by element: that takes longer than the rules.
      resultTypes: ['violations'],
      ...(runOnly === undefined ? {} : { runOnly: { type: 'rule', values: [...runOnly] } }),
    })
    return results.violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      elements: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`),
    }))
  }, rules)
  expect(violations).toEqual([])
}

/** The page has the colours of a theme. */
export async function expectTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  const background = { light: 'rgb(244, 246, 248)', dark: 'rgb(13, 17, 23)' }[theme]
  await expect(page.locator('body')).toHaveCSS('background-color', background)
}

/** The rules of axe that a theme can break: the others see the same elements in both. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** The same in the light theme and in the dark one, as the system asks for them. */
export async function expectNoViolationsInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours must not be on their way from one theme to the other.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectTheme(page, colorScheme)
    await expectNoViolations(page, colorScheme === 'light' ? undefined : RULES_OF_COLOUR)
  }
}
