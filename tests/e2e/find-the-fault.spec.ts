import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expectNoViolations } from './accessibility.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const CASE = 'en/find-the-fault-green-lamp.html'
const folder = new URL('../../lessons/faults/', import.meta.url)

const solutionOf = (name: string) => readFile(new URL(`${name}/solution/client.js`, folder), 'utf8')

/** A case as its reader finds it. */
class CaseScreen extends WorkScreen {
  get details(): Locator {
    return this.page.getByRole('region', { name: this.text('inspector.title') })
  }

  get point(): Locator {
    return this.page.getByRole('button', { name: this.text('fault.here.point') })
  }

  /** The pane of the program, while it is closed. */
  get closedProgram(): Locator {
    return this.page.locator('.pane[inert]').filter({ has: this.page.locator('.editor') })
  }

  get answer(): Locator {
    return this.lesson.getByRole('button', { name: this.text('fault.cause.answer') })
  }

  /** An event on the wire, by what it is called there. */
  event(name: RegExp): Locator {
    return this.wire.getByRole('option', { name }).first()
  }

  get playback(): Locator {
    return this.page.getByRole('group', { name: this.text('time.label') })
  }

  step(id: string): Locator {
    return this.lesson.locator(id === 'mend' ? '#task-mend' : `#question-${id}`)
  }
}

async function open(page: Page, address = CASE): Promise<CaseScreen> {
  await page.goto(address)
  const screen = new CaseScreen(page, address.startsWith('zh-CN') ? 'zh-CN' : 'en')
  await expect(screen.event(/new WebSocket/)).toBeAttached()
  return screen
}

test('a reader points, names the cause, mends the program and sees it pass', async ({ page }) => {
  const screen = await open(page)
  await expect(screen.closedProgram.first()).toBeAttached()
  await expect(screen.run).toHaveCount(0)
  await expect(screen.playback).toContainText('The recording')
  // The wire says that nobody listens, and gives no name away.
  await expect(screen.event(/close event, but nothing listened 4001/)).toBeAttached()
  await expect(screen.wire).not.toContainText('oncolse')

  // A wrong event says what it really is, in the case's words or in its own.
  await screen.event(/CLOSE frame sent 4001/).click()
  await screen.point.click()
  await expect(screen.details).toContainText('Not here. The server’s Close frame')
  await expect(screen.step('point')).toContainText('Not here')
  await screen.event(/open event/).click()
  await screen.point.click()
  await expect(screen.details).toContainText('from here on, both sides can send')
  await expectNoViolations(page)

  await screen.event(/close event/).click()
  await screen.point.click()
  await expect(screen.details).toContainText('It goes wrong here.')
  await expect(screen.closedProgram).toHaveCount(0)
  await expect(screen.editor).not.toBeEditable()
  await expect(screen.run).toHaveCount(0)

  const cause = screen.step('cause')
  await cause.getByText('The server went without').click()
  await screen.answer.click()
  await expect(cause).toContainText('The browser knew.')
  await expect(cause).toContainText('3 are left.')
  await cause.getByText('The handler has a name').click()
  await screen.answer.click()
  await expect(cause).toContainText('your first try')
  await expect(screen.editor).toBeEditable()

  // What mends nothing fails, and says why.
  await screen.write((await solutionOf('green-lamp')).replace('onclose', 'onClose'))
  await screen.runToEnd()
  const mend = screen.step('mend')
  await expect(mend).toContainText('Not yet right')
  await expect(mend).toContainText('onClose')
  await screen.write(await solutionOf('green-lamp'))
  await screen.runToEnd()
  await expect(mend).toContainText('after code 4001 and after a lost line alike')
  await expect(mend).toContainText('Right, in 2 worlds of 2')
  await expect(screen.playback).toContainText('Your run')
  await expect(screen.lesson).toContainText('1 of 5 found')
  await expect(screen.lesson).toContainText('What it was')
  await expectNoViolations(page)

  // The recording can be looked at again, and the reader’s own run.
  await screen.lesson.getByText('this close event').click()
  await expect(page.getByText('The recording.')).toBeVisible()
  await page.getByRole('button', { name: 'Back to your run' }).click()
  await expect(screen.event(/lamp red/)).toBeAttached()

  // Each world leads to the run in it, and the recording lies beside the reader’s run.
  await mend.getByRole('link', { name: /drops the connection/ }).click()
  await expect(screen.event(/close event 1006/)).toBeAttached()
  await page.getByRole('button', { name: 'Compare' }).click()
  const compared = page.getByRole('tabpanel', { name: 'Compare' })
  await expect(compared).toContainText('the recording')
  await expect(compared.getByRole('row', { name: /only in B.*lamp red/ })).toBeVisible()
  await expectNoViolations(page)

  // What was found is kept.
  await page.reload()
  await expect(screen.lesson).toContainText('1 of 5 found')
  await expect(screen.editor).toBeEditable()
  await page.goto('en/')
  await expect(page.getByText('1 of 5 found')).toBeVisible()
})

test('a case is solved by keyboard', async ({ page }) => {
  const screen = await open(page)
  await screen.wire.focus()
  await page.keyboard.press('End')
  await expect(screen.details).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(screen.details).toBeFocused()
  await expect(screen.point).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(screen.point).toBeFocused()
  await page.keyboard.press('Enter')

  // The first cause has the focus.
  await expect(screen.step('cause').getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(screen.answer).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(screen.step('mend')).toBeFocused()
  await screen.write(await solutionOf('green-lamp'))
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(screen.lesson).toContainText('1 of 5 found')
})

test('a case goes over to the next, and its program is closed again', async ({ page }) => {
  const screen = await open(page)
  await screen.event(/close event/).click()
  await screen.point.click()
  await expect(screen.closedProgram).toHaveCount(0)
  await screen.lesson.getByRole('link', { name: 'Case 2' }).click()
  await expect(page).toHaveURL(/find-the-fault-quiet-gate\.html$/)
  await expect(screen.lesson).toContainText('The quiet gate')
  await expect(screen.event(/open event, but nothing listened/)).toBeAttached()
  await expect(screen.closedProgram.first()).toBeAttached()
  // A lesson has nothing closed.
  await page.goto('en/urls.html')
  await expect(screen.run).toBeVisible()
})

test('without scripts a case can be read', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL === undefined ? {} : { baseURL }),
  })
  const page = await context.newPage()
  await page.goto('zh-CN/find-the-fault-cold-cellar.html')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有读数的地窖')
  await expect(page.getByText('指出从哪个事件开始出错')).toBeVisible()
  await context.close()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a reader points on the wire and is led back to the case', async ({ page }) => {
    const screen = await open(page, 'zh-CN/find-the-fault-green-lamp.html')
    const pane = (name: string) => page.getByRole('navigation').getByRole('button', { name })
    await expect(pane(screen.text('app.panes.code'))).toHaveCount(0)
    await pane(screen.text('app.panes.wire')).tap()
    await screen.event(/4001/).tap()
    await screen.point.tap()
    await expect(screen.details).toContainText(screen.text('fault.here.wrong'))
    await expectNoViolations(page)
    await screen.wire.focus()
    await page.keyboard.press('End')
    await screen.point.tap()
    await expect(screen.step('cause')).toBeInViewport()
    await expect(pane(screen.text('app.panes.code'))).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await expectNoViolations(page)
  })
})
