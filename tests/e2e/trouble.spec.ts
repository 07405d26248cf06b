import type { Locator, Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

/** What the app tells its user, each by itself. */
function notices(page: Page): Locator {
  return page.getByRole('region', { name: /^Notices/ }).getByRole('listitem')
}

const PRINT = 'console.log("still here")'

for (const { what, body, said } of [
  {
    what: 'is not JSON',
    body: '{ "locked": tru',
    said: /config\.json is not valid JSON/,
  },
  {
    what: 'has a wrong value',
    body: '{ "locked": "yes" }',
    said: /config\.json: locked is “?"?yes"?”?, but must be/,
  },
  {
    what: 'has a field that is none',
    body: '{ "lockd": true }',
    said: /config\.json: lockd is not a setting/,
  },
] as const) {
  test(`a config.json that ${what} is named, and the app starts with its defaults`, async ({
    page,
  }) => {
    await page.route('**/config.json', (route) =>
      route.fulfill({ contentType: 'application/json', body }),
    )
    await page.goto('en/play.html')
    await expect(notices(page).filter({ hasText: said })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Endpoint Built-in · echo/ })).toBeVisible()
  })
}

test('a config.json sets the default endpoint, the link and the lock', async ({ page }) => {
  const config = {
    defaultEndpoint: 'built-in/close-4001',
    locked: true,
    conditions: { latency: 70, jitter: 0, bandwidth: null },
  }
  await page.route('**/config.json', (route) => route.fulfill({ json: config }))
  await page.goto('en/play.html')
  const chip = page.getByRole('button', { name: /^Endpoint Built-in · close-4001/ })
  await expect(chip).toContainText('70 ms')
  await chip.click()
  await expect(page.getByText(/^Your instructor has fixed .*: Built-in · close-4001/)).toBeVisible()
})

test('storage that is forbidden is said once, and the app goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await expect(
    notices(page).filter({ hasText: 'does not let the page store anything' }),
  ).toHaveCount(1)
  await screen.write(PRINT)
  await screen.runToEnd()
  await expect(screen.console).toContainText('still here')
})

test('storage that is full is said, and nothing of the program is lost meanwhile', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(PRINT)
  await expect(notices(page).filter({ hasText: 'is full' })).toHaveCount(1)
  await page.getByRole('link', { name: 'Upgrade 101' }).click()
  await page.getByRole('link', { name: 'Free play' }).click()
  await expect(screen.editor).toBeVisible()
  await screen.runToEnd()
  await expect(screen.console).toContainText('still here')
})

test('a program that cannot be read is said, and the starter is there', async ({ page }) => {
  await page.addInitScript(() => {
    // Not in the sandbox's frame, which has no storage.
    if (window === top) localStorage.setItem('upgrade101/workspace/play', '{"drafts": 7')
  })
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await expect(screen.editor).toBeAttached()
  await expect(notices(page).filter({ hasText: 'can’t be read' })).toHaveCount(1)
  await screen.write(PRINT)
  await screen.runToEnd()
  await expect(screen.console).toContainText('still here')
})

test('a script that is gone is said once, and the page that was there stays', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/assets\/WorkScreen/)
  await page.goto('en/index.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  await page.route('**/assets/WorkScreen*', (route) => route.abort())
  await page.getByRole('link', { name: 'Begin' }).click()
  await expect(page.getByRole('link', { name: 'Reload the page' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('WebSocket, byte by byte')
  await expect(notices(page)).toHaveCount(0)
})

test('a run that cannot begin offline says so at once, and begins when the network is back', async ({
  page,
  context,
  guard,
}) => {
  guard.expectProblem(/ERR_INTERNET_DISCONNECTED|Failed to fetch dynamically imported module/)
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(PRINT)
  await screen.runToEnd()
  await expect(screen.console).toContainText('still here')
  await context.setOffline(true)
  const problem = page.getByText('The browser is offline.')
  // The document of the next run was fetched ahead.
  for (let runs = 0; runs < 2; runs += 1) await screen.run.click()
  await expect(problem).toBeVisible()
  await expect(screen.editor).toHaveValue(/still here/)
  const isOnline = page.evaluate(
    () => new Promise((resolve) => window.addEventListener('online', resolve, { once: true })),
  )
  await context.setOffline(false)
  await isOnline
  await screen.runToEnd()
  await expect(screen.console).toContainText('still here')
})
