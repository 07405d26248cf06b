/** The figure of the four states, in a real browser. */
import type { Locator, Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

class StateMachineFigure {
  readonly root: Locator

  constructor(page: Page) {
    this.root = page.getByRole('group', { name: 'The four states, step by step' })
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true })
  }

  /** The steps that were taken, the newest first. */
  get steps(): Locator {
    return this.root.getByRole('log').getByRole('listitem')
  }

  arrow(id: string): Locator {
    return this.root.locator(`[data-arrow="${id}"]`)
  }

  async take(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      const before = await this.steps.count()
      await this.button(name).click()
      await expect(this.steps).toHaveCount(name.startsWith('Start over') ? 1 : before + 1)
    }
  }
}

async function open(page: Page): Promise<StateMachineFigure> {
  await page.goto('en/figures.html')
  const figure = new StateMachineFigure(page)
  await expect(figure.button('new WebSocket(url)')).toBeEnabled()
  return figure
}

test('a reader takes each of the six arrows, and is told so', async ({ page }) => {
  const figure = await open(page)
  await figure.take(
    'new WebSocket(url)',
    'The server answers 101',
    'ws.close()',
    'The server answers with a Close frame',
  )
  await expect(figure.steps.first()).toContainText('close: code 1005, clean')
  await figure.take('Start over with a new socket', 'The server answers 403')
  await expect(figure.steps.first()).toContainText('Unexpected response code: 403')
  await figure.take('Start over with a new socket', 'ws.close()')
  await expect(figure.steps.first()).toContainText('is told nothing')
  await figure.take('Your code returns')
  await expect(figure.steps.first()).toContainText('error, with no details')
  await expect(figure.root).toContainText('Arrows taken: 5 of 6')
  await figure.take('Start over with a new socket', 'The server answers 101')
  await figure.take('The TCP connection breaks')
  await expect(figure.steps.first()).toContainText('close: code 1006, not clean')
  await expect(figure.root).toContainText('All 6 arrows taken.')
})

test('a step back leads to where the socket was, with the same bytes', async ({ page }) => {
  const figure = await open(page)
  await figure.take('new WebSocket(url)', 'The server answers 101', 'ws.close()')
  const before = await figure.steps.allTextContents()
  await figure.take('The TCP connection breaks')
  await figure.button('One step back').click()
  await expect(figure.steps).toHaveText(before)
})

test('an arrow that may come next can be clicked, another does nothing', async ({ page }) => {
  const figure = await open(page)
  const click = (id: string) => figure.arrow(id).locator('.reach').dispatchEvent('click')
  await click('construct')
  await expect(figure.steps).toHaveCount(1)
  await click('1-3')
  await click('0-3')
  await expect(figure.steps).toHaveCount(2)
  await expect(figure.steps.first()).toContainText('3 CLOSED')
})

test('works by keyboard, and keeps the focus among the choices', async ({ page }) => {
  const figure = await open(page)
  await figure.button('new WebSocket(url)').focus()
  await page.keyboard.press('Enter')
  await expect(figure.steps).toHaveCount(1)
  // The button that had the focus is gone.
  await expect(figure.button('ws.close()')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(figure.steps.first()).toContainText('send() throws: InvalidStateError')
})

test('the network is fetched for a reader who turns to the figure, and for no other', async ({
  page,
}) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  const figure = await open(page)
  await page.waitForLoadState('networkidle')
  const engine = () => fetched.filter((url) => /\/life-[^/]*\.js$/.test(url))
  expect(engine()).toEqual([])
  await figure.button('new WebSocket(url)').focus()
  await expect.poll(engine).toHaveLength(1)
})

test('fits a phone, and has no fault of access in either theme', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const figure = await open(page)
  await figure.take('new WebSocket(url)', "ws.send('Hi')", 'The server answers 403')
  const overflow = await figure.root.evaluate(
    (root) =>
      [root, ...root.querySelectorAll('.step, .choices')].filter(
        ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
      ).length,
  )
  expect(overflow).toBe(0)
  await expectNoViolationsInBothThemes(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('the diagram is drawn, and every step stands under it', async ({ page }) => {
    await page.goto('en/figures.html')
    const figure = new StateMachineFigure(page)
    await expect(figure.root.locator('svg.diagram .state')).toHaveCount(4)
    await expect(figure.root.locator('.step:visible')).toHaveCount(15)
    await expect(figure.root).toContainText('close: code 1005, clean')
    await expect(figure.root.getByRole('button')).toHaveCount(0)
  })
})
