/** The figure of what `send()` does in each state, in a real browser. */
import type { Locator, Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

class Timeline {
  readonly root: Locator
  readonly thumbs: Locator
  readonly rows: Locator
  readonly outcome: Locator

  constructor(page: Page) {
    this.root = page.getByRole('group', { name: /^A time line: / })
    this.thumbs = this.root.getByRole('slider')
    this.rows = this.root.getByRole('listitem')
    this.outcome = this.root.getByRole('status')
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true })
  }

  thumb(name: string): Locator {
    return this.root.getByRole('slider', { name, exact: true })
  }
}

async function open(page: Page): Promise<Timeline> {
  await page.goto('en/figures.html')
  const timeline = new Timeline(page)
  await expect(timeline.thumbs).toHaveCount(4)
  return timeline
}

test('a send is moved by keyboard from state to state, and run each time', async ({ page }) => {
  const timeline = await open(page)
  await expect(timeline.rows.nth(3)).toContainText('Nothing was sent')
  await timeline.thumb('fourth').focus()
  for (let presses = 0; presses < 11; presses += 1) await page.keyboard.press('ArrowLeft')
  await expect(timeline.thumb('fourth')).toHaveAttribute('aria-valuetext', /^2,400\sms, OPEN$/)
  await expect(timeline.rows.nth(3)).toContainText('It reached the server at 2,700 ms')
  await expect(timeline.outcome).toHaveText(
    'Of 4, the server got 2; 2 threw, and 0 vanished. At the end, bufferedAmount is 0.',
  )
})

test('a queue lets what is early wait for open, and loses what is late', async ({ page }) => {
  const timeline = await open(page)
  await timeline.root.getByRole('radio', { name: 'wait for open (queue)' }).click()
  for (const row of [0, 1])
    await expect(timeline.rows.nth(row)).toContainText('Waited in the queue until 1,700 ms')
  await expect(timeline.rows.nth(3)).toContainText('Nothing was sent')
  await timeline.button('Say fourth earlier').click()
  await expect(timeline.rows.nth(3)).toContainText('3,400 ms')
})

test('sends are added, dragged with the pointer, removed and put back', async ({ page }) => {
  const timeline = await open(page)
  await timeline.button('Add a send').click()
  await expect(timeline.thumbs).toHaveCount(5)
  await expect(timeline.button('Add a send')).toBeDisabled()
  await expect(timeline.rows.nth(3)).toContainText('CLOSING')

  const last = await timeline.thumb('fifth').boundingBox()
  const third = await timeline.thumb('third').boundingBox()
  if (last === null || third === null) throw new Error('a thumb is not shown')
  await page.mouse.move(last.x + last.width / 2, last.y + last.height / 2)
  await page.mouse.down()
  await page.mouse.move(third.x + third.width / 2 + 2, third.y + third.height / 2, { steps: 8 })
  await page.mouse.up()
  await expect(timeline.rows.nth(3)).toContainText('OPEN')
  await expect(timeline.outcome).toContainText('the server got 2;')

  await timeline.button('Remove first').click()
  await expect(timeline.thumbs).toHaveCount(4)
  await expect(timeline.button('Remove first')).toBeFocused()
  for (let left = 4; left > 0; left -= 1) await timeline.button('Remove first').click()
  await expect(timeline.outcome).toHaveText('Nothing is said. Add a send.')
  await expect(timeline.button('Add a send')).toBeFocused()
  await timeline.button('Put them back').click()
  await expect(timeline.thumbs).toHaveCount(4)
})

test('it is accessible in both themes', async ({ page }) => {
  const timeline = await open(page)
  await timeline.root.getByRole('radio', { name: 'wait for open (queue)' }).click()
  await expect(timeline.rows.nth(0)).toContainText('Waited')
  await expectNoViolationsInBothThemes(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('it says what became of each text', async ({ page }) => {
    await page.goto('en/figures.html')
    const timeline = new Timeline(page)
    await expect(timeline.rows).toHaveCount(4)
    await expect(timeline.rows.nth(0)).toContainText('send() threw an InvalidStateError')
    await expect(timeline.rows.nth(2)).toContainText('It reached the server at 2,300 ms')
    await expect(timeline.thumbs).toHaveCount(0)
  })
})
