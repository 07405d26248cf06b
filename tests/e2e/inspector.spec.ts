import type { Locator, Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { tabTo } from './keyboard.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

/** Free play against a scenario, with a program that has run to its end. */
async function play(page: Page, scenario: string, program: string): Promise<WorkScreen> {
  await page.addInitScript((name) => {
    // Not in the sandbox, which has no storage.
    if (self !== top) return
    const picks = { play: { choice: { kind: 'built-in', scenario: name } } }
    localStorage.setItem('upgrade101/endpoint', JSON.stringify({ routed: null, picks }))
  }, scenario)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(program)
  await screen.runToEnd()
  await page.getByRole('tab', { name: /^Log/ }).click()
  return screen
}

function detailsOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Details' })
}

/** Selects the n-th event of the log whose text begins like this. */
async function select(screen: WorkScreen, text: string, nth = 0): Promise<Locator> {
  const filter = screen.page.getByRole('textbox', { name: 'Filter by text or /regex/' })
  await filter.fill(text)
  await screen.log.getByRole('row').filter({ hasText: text }).nth(nth).click()
  return detailsOf(screen.page)
}

test('a frame is taken apart with the keyboard alone', async ({ page }) => {
  const screen = await play(
    page,
    'echo',
    'const ws = new WebSocket("wss://e.example")\nws.onopen = () => ws.send("Hello")\n',
  )
  const details = await select(screen, 'TEXT frame sent')
  const diagram = details.getByRole('group', { name: 'The frame bit by bit' })
  await details.focus()
  await tabTo(page, diagram)
  for (let field = 0; field < 7; field += 1) await page.keyboard.press('ArrowRight')
  const key = diagram.getByRole('button', { name: /^Masking-key, byte 2–5/ })
  await expect(key).toBeFocused()
  await expect(details.getByRole('button', { name: /^byte 2: .* Masking-key$/ })).toHaveClass(
    /marked/,
  )

  await page.keyboard.press('Tab')
  await page.keyboard.press('End')
  await expect(details.getByRole('button', { name: /^byte 10: .* o, Payload data$/ })).toBeFocused()
  await expect(diagram.getByRole('button', { name: /^Payload data/ })).toHaveClass(/marked/)

  const unmasking = details.getByRole('region', { name: 'Unmasking' })
  await tabTo(page, unmasking.getByRole('group'))
  await page.keyboard.press('Home')
  await expect(unmasking).toContainText('Nothing is unmasked yet.')
  for (let octet = 0; octet < 5; octet += 1) await page.keyboard.press('ArrowRight')
  await expect(unmasking).toContainText(/Byte 4: .. XOR key\[0\] .. = 6f “o”/)
  await unmasking.getByRole('button', { name: 'In binary' }).press('Enter')
  await expect(unmasking.getByRole('table', { name: 'The same byte in binary' })).toContainText(
    /payload01101111/,
  )
  await expectNoViolationsInBothThemes(page)
})

test('a compressed frame shows what it was before, and a fragment its message', async ({
  page,
}) => {
  const screen = await play(
    page,
    'compression',
    'const ws = new WebSocket("wss://e.example")\nws.onopen = () => {\n  ws.send("Hello, Hello, Hello")\n  ws.send("Hello, Hello, Hello")\n}\n',
  )
  const details = await select(screen, 'TEXT frame arrived', 3)
  const compression = details.getByRole('region', { name: 'Compressed with permessage-deflate' })
  await expect(compression).toContainText('instead of 19 bytes')
  await expect(compression).toContainText('Hello, Hello, Hello')
  await expect(compression).toContainText('1 earlier message')
})

test('what breaks a rule is marked, down to the byte', async ({ page }) => {
  const screen = await play(
    page,
    'violations',
    'for (const kind of ["utf8", "masked"]) {\n  const ws = new WebSocket("wss://e.example")\n  ws.onopen = () => ws.send(kind)\n}\n',
  )
  const details = await select(screen, 'text is not valid UTF-8')
  await expect(details).toContainText('The frame that broke the rule')
  await expect(
    details.getByRole('button', { name: /^byte 3: 28.*This byte is wrong/ }),
  ).toBeVisible()
  await expect(details).toContainText('does not continue the character that c3 began')
  await expectNoViolationsInBothThemes(page)

  await select(screen, 'masked frame from the server')
  await expect(details.getByRole('button', { name: /^Mask, bit 8: 1/ })).toHaveClass(/broken/)
  await expect(details).toContainText('A server must not mask (RFC 6455 §5.1)')
})

test('the handshake is read header by header, as far as it has happened', async ({ page }) => {
  await play(page, 'wrong-accept', 'const ws = new WebSocket("wss://e.example/x", "v1.chat")\n')
  await page.getByRole('tab', { name: 'Handshake' }).click()
  const handshake = page.getByRole('region', { name: 'Handshake' })
  await expect(handshake).toContainText('Sec-WebSocket-Accept is not the answer to this key')
  await expect(handshake).toContainText('RFC 6455 §4.1 response item 4')
  await expect(handshake).toContainText(/They differ from character \d+ on/)
  const request = handshake.getByRole('region', { name: 'Request' })
  await expect(request).toContainText('426 Upgrade Required')
  await request.getByRole('button', { name: 'Raw' }).click()
  await expect(request).toContainText('As it was on the wire')
  await expect(request).toContainText('Sec-WebSocket-Protocol: v1.chat')
  await expectNoViolationsInBothThemes(page)

  const screen = new WorkScreen(page)
  await screen.playhead.focus()
  await page.keyboard.press('Home')
  await expect(handshake).toContainText('Next: TCP connects')
  await page.keyboard.press('End')
  await handshake.getByRole('button', { name: 'Show this event' }).first().click()
  await expect(detailsOf(page)).toContainText('The connection failed')
})
