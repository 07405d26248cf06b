import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any of our pages has. */
const MAX_STOPS = 120

/**
 * Presses Tab, or Shift+Tab, until an element, or something within it, has the focus; fails where it
 * never has.
 */
export async function tabTo(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  // Not "visible": an editor's text field may be as small as its caret.
  await expect(target).toBeAttached()
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never reached ${String(target)}`)
}
