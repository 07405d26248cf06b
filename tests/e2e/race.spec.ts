/** The figure of four ways to bring updates to a page, in a real browser. */
import type { Locator, Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

class RaceFigure {
  readonly root: Locator
  readonly polling: Locator
  readonly webSocket: Locator

  constructor(page: Page) {
    this.root = page.getByRole('group', { name: /^A race: / })
    this.polling = this.root.getByRole('textbox', { name: 'Polling' })
    this.webSocket = this.root.getByRole('textbox', { name: 'WebSocket' })
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true })
  }

  details(title: string): Locator {
    return this.root.locator('summary').filter({ hasText: title })
  }

  lane(name: string): Locator {
    return this.root
      .getByRole('listitem')
      .filter({ has: this.root.page().getByText(name, { exact: true }) })
  }

  /** A number of the table, as it is written there. */
  cell(row: string, lane: string): Locator {
    return this.root.locator(`[data-row="${row}"] [data-lane="${lane}"]`)
  }

  /** Goes to the end, which a slow machine may have reached by itself. */
  async goToEnd(): Promise<void> {
    const toEnd = this.button('To the end')
    await expect(toEnd.or(this.button('Race again'))).toBeVisible()
    await toEnd.evaluateAll(([button]) => button instanceof HTMLElement && button.click())
    await expect(this.button('Race again')).toBeVisible()
  }

  get outcome(): Locator {
    return this.root.locator('.outcome')
  }
}

async function open(page: Page): Promise<RaceFigure> {
  await page.goto('en/figures.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const race = new RaceFigure(page)
  // The app hydrates a figure after it took over: until then Tab passes over its buttons.
  await expect(race.button('Start the race')).toBeEnabled()
  return race
}

test('a guess is made, the race is run, and both numbers stand side by side', async ({ page }) => {
  const race = await open(page)
  await race.polling.fill('2000')
  await race.webSocket.fill('5 kB')
  await race.button('Start the race').click()
  await race.goToEnd()

  await race.details('The numbers as a table').click()
  for (const [name, lane] of [
    ['Polling', 'polling'],
    ['Long polling', 'longPolling'],
    ['Server-sent events', 'eventSource'],
    ['WebSocket', 'webSocket'],
  ] as const) {
    const bytes = await race.cell('bytes', lane).innerText()
    await expect(race.lane(name)).toContainText(`${bytes} B`)
    await expect(race.cell('updates', lane)).toHaveText('60')
    const requests = await race.cell('requests', lane).innerText()
    await expect(race.lane(name)).toContainText(new RegExp(`Requests\\s*${requests}`))
  }
  await expect(race.lane('Polling')).toContainText(
    /You guessed 2,000\sB\. It took [\d.]+ times that/,
  )
  await expect(race.lane('WebSocket')).toContainText(
    /You guessed 5,000\sB, [\d.]+ times what it took/,
  )
  await expect(race.outcome).toContainText('WebSocket took')
  await expect(race.outcome).toContainText('Even a wrong guess helps')
})

test('a browser counts what the page said before any race', async ({ page }) => {
  const race = await open(page)
  const table = race.root.locator('tbody')
  const before = await table.textContent()
  await race.button('Start without a guess').click()
  await race.goToEnd()
  expect(await table.textContent()).toBe(before)
})

test('the network is fetched for a reader who turns to the race, and for no other', async ({
  page,
}) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  const race = await open(page)
  await page.waitForLoadState('networkidle')
  const engine = () => fetched.filter((url) => /\/race-[^/]*\.js$/.test(url))
  expect(engine()).toEqual([])
  await race.polling.focus()
  await expect.poll(engine).toHaveLength(1)
})

test('a guess that is no number is said to be none, and nothing is lost', async ({ page }) => {
  const race = await open(page)
  await race.button('Start the race').click()
  await expect(race.root).toContainText('Guess both numbers first')
  await expect(race.polling).toBeFocused()
  await race.polling.fill('6000')
  await race.webSocket.fill('a few')
  await race.button('Start the race').click()
  await expect(race.root).toContainText('“a few” isn’t a number of bytes')
  await expect(race.webSocket).toBeFocused()
  await expect(race.webSocket).toHaveValue('a few')
  await expect(race.polling).toHaveValue('6000')
})

test('another condition gives other numbers, and the old ones are said to be old', async ({
  page,
}) => {
  const race = await open(page)
  await race.details('Conditions').click()
  await race.root.getByRole('checkbox', { name: 'Reuse the connection' }).uncheck()
  await race.button('Start without a guess').click()
  await race.goToEnd()
  const requests = await race.cell('requests', 'polling').textContent()
  await expect(race.cell('connections', 'polling')).toHaveText(requests ?? '')
  await expect(race.cell('connections', 'webSocket')).toHaveText('1')

  const before = await race.cell('bytes', 'polling').textContent()
  await race.root.getByRole('combobox', { name: 'With each request' }).selectOption('2000')
  await expect(race.outcome).toContainText('These numbers are from before your change')
  await race.button('Race again').click()
  await race.goToEnd()
  await expect(race.outcome).not.toContainText('before your change')
  await expect(race.cell('bytes', 'polling')).not.toHaveText(before ?? '')
})

test('works by keyboard: guess, start, pause, go on, to the end', async ({ page }) => {
  const race = await open(page)
  await race.polling.focus()
  await page.keyboard.type('6000')
  await page.keyboard.press('Tab')
  await expect(race.webSocket).toBeFocused()
  await page.keyboard.type('3000')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(race.button('Pause')).toBeFocused()
  await expect(race.root.locator('.clock')).toContainText('speed')
  await page.keyboard.press('Enter')
  await expect(race.button('Go on')).toBeFocused()
  const paused = await race.root.locator('.clock').textContent()
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  expect(await race.root.locator('.clock').textContent()).toBe(paused)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(race.button('To the end')).toBeFocused()
  await page.keyboard.press('Enter')
  // The button that had the focus is gone.
  await expect(race.button('Race again')).toBeFocused()
  await expect(race.outcome).toContainText('WebSocket took')
})

test('where motion is unwelcome, the picture does not move from frame to frame', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const race = await open(page)
  await race.button('Start without a guess').click()
  await expect(race.button('Pause')).toBeVisible()
  const clocks = await race.root.locator('.clock').evaluate(async (clock) => {
    const seen = new Set<string>()
    for (let frame = 0; frame < 60; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      seen.add(clock.textContent)
    }
    return seen.size
  })
  expect(clocks).toBeLessThan(6)
  await race.button('To the end').click()
  await expect(race.outcome).toContainText('WebSocket took')
})

test('fits a phone, has no fault of access in either theme, before and after a race', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const race = await open(page)
  const overflow = () =>
    race.root.evaluate(
      (figure) =>
        [figure, ...figure.querySelectorAll('.lane, .bar, .guess')].filter(
          ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
        ).length,
    )
  expect(await overflow()).toBe(0)
  await expectNoViolationsInBothThemes(page)
  for (const title of ['Conditions', 'The numbers as a table']) await race.details(title).click()
  await race.button('Start without a guess').click()
  await race.goToEnd()
  expect(await overflow()).toBe(0)
  await expectNoViolationsInBothThemes(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('the race is a picture and a table, with nothing that cannot work', async ({ page }) => {
    await page.goto('en/figures.html')
    const race = new RaceFigure(page)
    await expect(race.cell('updates', 'polling')).toHaveText('60')
    await expect(race.root.getByRole('table')).toBeVisible()
    await expect(race.root.getByRole('button')).toHaveCount(0)
    await expect(race.root.getByRole('textbox')).toHaveCount(0)
    await expect(race.root.locator('svg.strip')).toHaveCount(4)
  })
})
