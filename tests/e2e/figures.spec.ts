/** The page of all figures, with scripts, before them and without. */
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

test('the course leads to all figures, and each figure to its lesson', async ({ page }) => {
  await page.goto('en/index.html')
  await page.getByRole('link', { name: 'All interactive figures' }).click()
  await expect(page).toHaveURL(/\/en\/figures\.html$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Figures')
  await expectNoViolationsInBothThemes(page)
  await page.locator('#close-codes').getByRole('link').click()
  await expect(page).toHaveURL(/\/en\/closing\.html$/)
})

test('what is typed into a figure before its app is there stays', async ({ page }) => {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/assets/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('en/figures.html', { waitUntil: 'commit' })
  const code = page.locator('#close-codes').getByRole('textbox')
  const key = page.locator('#handshake-builder').getByRole('textbox')
  const address = page.locator('#url-inspector').getByRole('textbox')
  const guess = page.locator('#race').getByRole('textbox', { name: 'Polling' })
  await code.fill('4001')
  await key.fill('x3JJHMbDL1EzLkh9GBhXDw==')
  await address.fill('wss://chat.example/#')
  await guess.fill('6000')
  letGo()
  await expect(page.locator('#close-codes .entry:visible')).toHaveCount(1)
  await expect(page.locator('#handshake-builder').getByRole('status').last()).toContainText(
    'HSmrc0sMlYUkAGmm5OPpG2HaGWk=',
  )
  await expect(page.locator('#race').getByRole('combobox')).toHaveCount(0)
  await expect(page.locator('#url-inspector')).toContainText('SyntaxError')
  await expect(code).toHaveValue('4001')
  await expect(guess).toHaveValue('6000')
})

test('an address is taken apart by keyboard, on either page', async ({ page }) => {
  await page.goto('en/figures.html')
  const figure = page.locator('#url-inspector')
  const field = figure.getByRole('textbox', { name: 'Address' })
  await field.fill('/chat?room=7')
  await expect(figure.locator('.url')).toHaveText('ws://shop.example/chat?room=7')
  await expect(figure).toContainText('GET /chat?room=7 HTTP/1.1')

  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(figure.getByRole('button', { name: 'ws://example.com:80/some/path' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('ws://example.com:80/some/path')
  await expect(figure.locator('.url')).toHaveText('ws://example.com/some/path')

  await figure.getByRole('radio', { name: 'http:', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  const secure = figure.getByRole('radio', { name: 'https:' })
  await expect(secure).toBeFocused()
  await page.keyboard.press('Space')
  await expect(secure).toBeChecked()
  await expect(figure).toContainText('SecurityError')
  await expect(figure.locator('.url')).toHaveCount(0)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('every figure says what it is about, and none has a control that does nothing', async ({
    page,
  }) => {
    await page.goto('en/figures.html')
    const figures = page.locator('.figure-box')
    await expect(figures).toHaveCount(5)
    for (const role of ['button', 'textbox', 'combobox', 'checkbox'] as const)
      await expect(figures.getByRole(role)).toHaveCount(0)
    const codes = page.locator('#close-codes .number:visible')
    await expect(codes.filter({ hasText: /^1000$/ })).toHaveCount(1)
    await expect(codes.filter({ hasText: /^1006$/ })).toHaveCount(1)
    await expect(page.locator('#handshake-builder')).toContainText('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
    await expect(page.locator('#url-inspector')).toContainText('GET /rooms?id=7 HTTP/1.1')
    await expect(page.locator('#state-machine .figure-box')).toContainText('It never goes back.')
  })
})
