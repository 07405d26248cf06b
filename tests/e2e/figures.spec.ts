/** The page of all figures, with scripts, before them and without. */
import { readdirSync } from 'node:fs'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

const FOLDERS = readdirSync(new URL('../../src/figures', import.meta.url), {
  withFileTypes: true,
}).filter((entry) => entry.isDirectory())

test('the course leads to all figures, and each figure to its lesson', async ({ page }) => {
  await page.goto('en/index.html')
  await page.getByRole('link', { name: 'All figures' }).click()
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
  const code = page.locator('#close-codes').getByRole('textbox', { name: 'code' })
  const key = page.locator('#handshake-builder').getByRole('textbox')
  const address = page.locator('#url-inspector').getByRole('textbox')
  const guess = page.locator('#race').getByRole('textbox', { name: 'Polling' })
  await code.fill('4001')
  await key.fill('x3JJHMbDL1EzLkh9GBhXDw==')
  await address.fill('wss://chat.example/#')
  await guess.fill('6000')
  letGo()
  await expect(page.locator('#close-codes')).toContainText("ws.close(4001, 'work done')")
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

test('a connection is ended by keyboard, by either side, and by the network', async ({ page }) => {
  await page.goto('en/figures.html')
  const figure = page.locator('#close-codes')
  const told = figure.locator('.told.client')
  const code = figure.getByRole('textbox', { name: 'code' })
  await code.fill('1001')
  await expect(figure).toContainText('InvalidAccessError')
  await expect(told).toHaveCount(0)

  await page.keyboard.press('Tab')
  await expect(figure.getByRole('textbox', { name: 'reason' })).toBeFocused()
  await page.keyboard.type('汉'.repeat(42))
  await expect(figure).toContainText('126 of 123 bytes')
  await code.fill('4001')
  await expect(figure).toContainText('SyntaxError')
  await figure.getByRole('button', { name: 'close()' }).focus()
  await page.keyboard.press('Enter')
  await expect(told).toContainText('1005')
  await expect(told).toContainText('true')

  await code.fill('1001')
  await figure.getByRole('radio', { name: 'your page' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(figure).toContainText('socket.close(1001)')
  await expect(told).toContainText('1001')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(told).toContainText('1006')
  await expect(told).toContainText('false')
  await expect(figure.getByRole('textbox')).toHaveCount(0)

  await figure.getByText('All close codes').click()
  await figure.getByRole('button', { name: '1012' }).click()
  await expect(figure).toContainText('1012 is neither')
})

test('bytes are read, written and sent by keyboard', async ({ page }) => {
  await page.goto('en/figures.html')
  const figure = page.locator('#hex-view')
  const value = figure.getByRole('textbox', { name: 'What comes out' })
  await expect(figure).toContainText('82 84 37 fa 21 3d 37 fa 20 ad')
  // Early keys would be lost: an answer shows that the app is there.
  await figure.getByRole('textbox', { name: 'Byte 3' }).fill('91')
  await expect(value).toHaveValue('401')
  await figure.getByRole('textbox', { name: 'Byte 3' }).fill('90')
  await expect(value).toHaveValue('400')

  await figure.getByRole('radio', { name: 'big-endian' }).focus()
  await page.keyboard.press('ArrowRight')
  const little = figure.getByRole('radio', { name: 'little-endian' })
  await expect(little).toBeFocused()
  await page.keyboard.press('Space')
  await expect(little).toBeChecked()
  await expect(value).toHaveValue('-1878982656')
  await value.fill('1')
  await expect(figure.getByRole('textbox', { name: 'Byte 0' })).toHaveValue('01')

  await figure.getByRole('textbox', { name: 'Byte 1' }).fill('x')
  await expect(figure).toContainText('A byte is two hexadecimal digits')
  await figure.getByRole('textbox', { name: 'Byte 1' }).fill('02')
  await expect(value).toHaveValue('513')

  await figure.getByRole('button', { name: 'Uint16' }).press('Enter')
  await figure.getByRole('radio', { name: '1', exact: true }).press('Space')
  await expect(value).toHaveValue('2')
  await expect(figure).toContainText('should be a multiple of 2')
  await figure.getByRole('button', { name: 'that view’s .buffer' }).press('Enter')
  await expect(figure).toContainText('Blob(8)')
  await figure.getByRole('button', { name: 'the value as a string' }).press('Enter')
  await expect(figure).toContainText('opcode 1, text; length 1, masked')
  await expectNoViolationsInBothThemes(page)
})

test('a value is followed through send() and back, by keyboard', async ({ page }) => {
  await page.goto('en/figures.html')
  const figure = page.locator('#payload-inspector')
  const field = figure.getByRole('textbox')
  const [bare, json] = [figure.locator('.sent').first(), figure.locator('.sent').last()]
  await field.fill("{ text: 'é', at: undefined }")
  await expect(bare).toContainText("'[object Object]'")
  await expect(bare).toContainText('SyntaxError: line 1, column 2, at “o”')
  await expect(json).toContainText('12 characters, 13 bytes')
  await expect(json.locator('.back')).toHaveText("{ text: 'é' }")
  await expect(json).toContainText('at: undefined → gone')

  await field.fill('{ text: ')
  await expect(figure.locator('.result')).toContainText('line 1, column 9, at the end')
  await expect(field).toHaveAttribute('aria-invalid', 'true')

  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Tab')
  await expect(figure.getByRole('button', { name: 'BigInt' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(json).toContainText('TypeError')
  await expect(json).toContainText('Nothing is sent.')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('every figure says what it is about, and none has a control that does nothing', async ({
    page,
  }) => {
    await page.goto('en/figures.html')
    const figures = page.locator('.figure-box')
    await expect(figures).toHaveCount(FOLDERS.length)
    for (const role of ['button', 'textbox', 'combobox', 'checkbox'] as const)
      await expect(figures.getByRole(role)).toHaveCount(0)
    const codes = page.locator('#close-codes .number:visible')
    await expect(codes.filter({ hasText: /^1000$/ })).toHaveCount(1)
    await expect(codes.filter({ hasText: /^1006$/ })).toHaveCount(1)
    await expect(page.locator('#close-codes')).toContainText("ws.close(1000, 'work done')")
    await expect(page.locator('#handshake-builder')).toContainText('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
    await expect(page.locator('#url-inspector')).toContainText('GET /rooms?id=7 HTTP/1.1')
    await expect(page.locator('#hex-view')).toContainText('view.getInt32(0)')
    await expect(page.locator('#payload-inspector')).toContainText("'[object Object]'")
    await expect(page.locator('#state-machine .figure-box')).toContainText('It never goes back.')
  })
})
