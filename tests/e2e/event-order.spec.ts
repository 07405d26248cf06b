/** The figure in which calls and events are put in order, in a real browser. */
import type { Locator, Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

class OrderFigure {
  readonly root: Locator
  readonly rows: Locator

  constructor(readonly page: Page) {
    this.root = page.getByRole('group', { name: 'Calls and events to put in order' })
    this.rows = this.root.getByRole('list', { name: 'Your order' }).getByRole('listitem')
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true })
  }

  block(name: string): Locator {
    return this.rows.locator(`[data-block="${name}"]`)
  }

  get outcome(): Locator {
    return this.root.locator('.outcome')
  }

  async order(): Promise<(string | null)[]> {
    return this.rows.evaluateAll((rows) =>
      rows.map((row) => row.querySelector('[data-block]')?.getAttribute('data-block') ?? 'never'),
    )
  }

  /** From the middle of a block to the middle of a row. */
  async drag(name: string, place: number): Promise<void> {
    await this.block(name).scrollIntoViewIfNeeded()
    const from = await this.block(name).boundingBox()
    const to = await this.rows.nth(place).boundingBox()
    if (from === null || to === null) throw new Error('not on the screen')
    await this.page.mouse.move(from.x + 40, from.y + from.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(from.x + 40, (from.y + to.y + to.height) / 2, { steps: 4 })
    await this.page.mouse.move(from.x + 40, to.y + to.height / 2, { steps: 4 })
    await this.page.mouse.up()
  }
}

async function open(page: Page): Promise<OrderFigure> {
  await page.goto('en/figures.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  return new OrderFigure(page)
}

/** The same, once its component is there: it loads after the page's app. */
async function openLive(page: Page): Promise<OrderFigure> {
  const figure = await open(page)
  await expect(async () => {
    await figure.block('open').focus()
    await page.keyboard.press('ArrowDown')
    await expect(figure.block('send')).toBeFocused({ timeout: 100 })
  }).toPass()
  return figure
}

const REFUSED = ['construct', 'listen', 'refusal', 'error', 'close', 'never']

test('blocks are dragged into the order of the run, which proves each that was wrong', async ({
  page,
}) => {
  const figure = await openLive(page)
  await figure.root.getByRole('radio', { name: 'refuses' }).click()
  await figure.button('Run and compare').click()
  await expect(figure.outcome).toContainText('blocks are out of place')
  await expect(figure.block('open')).toContainText('never came')
  await expect(figure.root.locator('.line.wrong')).not.toHaveCount(0)

  for (const [place, block] of REFUSED.slice(0, -1).entries()) await figure.drag(block, place)
  await figure.drag('open', 7)
  await figure.drag('message', 7)
  expect((await figure.order()).slice(0, 6)).toEqual(REFUSED)
  await expect(figure.outcome).toContainText('That’s how it went')
  await expect(figure.root.locator('.line.wrong')).toHaveCount(0)
  // What was dragged is not chosen as well.
  await expect(figure.root.locator('[aria-pressed="true"]')).toHaveCount(0)
})

test('works by keyboard: to a block, choose it, move it, leave it, run', async ({ page }) => {
  const figure = await openLive(page)
  const before = await figure.order()
  await page.keyboard.press('ArrowDown')
  await expect(figure.block('construct')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(figure.block('construct')).toBeFocused()
  expect((await figure.order())[0]).toBe('construct')
  await expect(figure.root.getByRole('status').first()).toHaveText(
    'new WebSocket(url): place 1 of 9',
  )
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await expect(figure.block('open')).toBeFocused()
  expect((await figure.order())[0]).toBe('construct')
  await page.keyboard.press('Alt+ArrowDown')
  expect((await figure.order()).slice(0, 3)).toEqual(['construct', 'send', 'open'])

  await page.keyboard.press('Tab')
  await expect(figure.button('Run and compare')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(figure.outcome).toContainText('out of place')
  await figure.button('Start over').click()
  expect(await figure.order()).toEqual(before)
  await expect(figure.outcome).toBeEmpty()
})

test('the network is fetched for a reader who turns to the figure, and for no other', async ({
  page,
}) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  const figure = await open(page)
  await page.waitForLoadState('networkidle')
  const engine = () => fetched.filter((url) => /\/run-round-[^/]*\.js$/.test(url))
  expect(engine()).toEqual([])
  await figure.block('open').focus()
  await expect.poll(engine).toHaveLength(1)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('a tap chooses a block, and the arrows move it as often as they are tapped', async ({
    page,
  }) => {
    const figure = await openLive(page)
    await expect(figure.button('Move up')).toBeDisabled()
    await figure.block('construct').tap()
    await figure.button('Move up').tap()
    await figure.button('Move up').tap()
    expect((await figure.order())[0]).toBe('construct')
    await expect(figure.button('Move up')).toBeDisabled()
    await expect(figure.button('Move down')).toBeEnabled()
    await figure.button('Run and compare').tap()
    await expect(figure.outcome).toContainText('out of place')
    const overflow = await figure.root.evaluate(
      (root) =>
        [root, ...root.querySelectorAll('.columns, .row, .bar')].filter(
          ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
        ).length,
    )
    expect(overflow).toBe(0)
    await expectNoViolationsInBothThemes(page)
  })
})
