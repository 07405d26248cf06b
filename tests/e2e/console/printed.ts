import { expect, type Page } from '@playwright/test'
import { WorkScreen } from '../work-screen.ts'

/** Between what two programs print. */
export const mark = (index: number): string => `§${String(index)}§`

/** What our console shows, from its own "Copy all". */
export async function printedInOurs(
  page: Page,
  program: string,
  count: number,
  file = 'client.js',
): Promise<string[]> {
  const screen = new WorkScreen(page)
  const end = mark(count)
  await screen.write(
    `${program}\nsetTimeout(() => console.log('${end}'), ${String(count * 10)})`,
    file,
  )
  const runToEnd = async () => {
    await screen.runToEnd()
    // The newest line is in sight.
    await expect(screen.console).toContainText(end)
  }
  await runToEnd()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const tools = page.getByRole('button', { name: screen.text('console.tools') })
  if ((await tools.getAttribute('aria-pressed')) !== 'true') await tools.click()
  const keep = page.getByRole('button', { name: screen.text('console-tools.keep') })
  // Then `console.clear` takes nothing away.
  if ((await keep.getAttribute('aria-pressed')) !== 'true') {
    await keep.click()
    await page.getByRole('button', { name: screen.text('console.clear') }).click()
    await runToEnd()
  }
  await page.getByRole('button', { name: screen.text('console-tools.copyAll') }).click()
  await expect(page.getByText(screen.text('console-tools.copied'), { exact: true })).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: screen.text('console.clear') }).click()
  return Array.from({ length: count }, (_, index) => {
    const from = text.lastIndexOf(mark(index))
    const to = text.indexOf(mark(index + 1), from)
    const part = text.slice(from + mark(index).length + 1, to === -1 ? undefined : to)
    return part.replace(/\n$/u, '')
  })
}
