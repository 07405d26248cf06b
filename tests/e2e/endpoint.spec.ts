import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import enEndpoint from '../../src/locales/en/endpoint.ts'
import enFailure from '../../src/locales/en/connection-failure.ts'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const ECHO_PROGRAM = `const ws = new WebSocket('wss://echo.websocket.org')
ws.onopen = () => ws.send('Hello')
ws.onmessage = ({ data }) => {
  console.log('received', data)
  ws.close(1000)
}
ws.onclose = ({ code, wasClean }) => console.log('closed', code, wasClean)
`

async function connectTo(page: Page, url: string): Promise<void> {
  const chip = page.getByRole('button', { name: /^Endpoint/ })
  await chip.click()
  // The field has the focus: chip, type, Enter.
  await expect(page.getByRole('textbox', { name: enEndpoint.find.label })).toBeFocused()
  await page.keyboard.type(url)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(chip).toBeFocused()
}

test('a program talks to the lab server over a real socket', async ({ page, labServer }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await connectTo(page, `${labServer.url.replace('http', 'ws')}lab/echo`)
  await screen.write(ECHO_PROGRAM)
  await page.keyboard.press('ControlOrMeta+Enter')

  await expect(screen.console).toContainText('received Hello')
  await expect(screen.console).toContainText('closed 1000 true')
  await expect(screen.run).toBeVisible()
  await expect(screen.stop).toBeHidden()
  await page.getByRole('tab', { name: /^Log/ }).click()
  await expect(screen.log).toContainText('reconstructed')
  expect(labServer.log.join('\n')).toContain('echo')
})

test('a server that nobody can reach: what the browser could tell, and a way on', async ({
  page,
  guard,
}) => {
  // A port that was free a moment ago: nobody listens there.
  const listener = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => listener.once('listening', resolve))
  // A server that listens on a port has an address with one.
  const { port } = listener.address() as AddressInfo
  await new Promise((resolve) => listener.close(resolve))
  const url = `ws://127.0.0.1:${port}/`
  guard.allowServer(url)
  guard.expectProblem(/ERR_CONNECTION_REFUSED/)

  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await connectTo(page, url)
  await screen.write(ECHO_PROGRAM)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(screen.console).toContainText('closed 1006 false')
  const failure = page.getByRole('region', { name: `The connection to ${url} did not open` })
  await expect(failure).toContainText(enFailure.cause.nobodyListens)
  await failure.getByText(enFailure.hidden.title).click()
  await expect(failure).toContainText(enFailure.hidden.text)
  await expectNoViolationsInBothThemes(page)

  await failure.getByRole('button', { name: enFailure.builtIn }).click()
  await expect(failure).toBeHidden()
  await expect(screen.console).toContainText('received Hello')
})

test('a URL that no browser connects to is refused with its reason', async ({ page }) => {
  await page.goto('en/play.html')
  await page.getByRole('button', { name: /^Endpoint/ }).click()
  const field = page.getByRole('textbox', { name: enEndpoint.find.label })
  const use = page.getByRole('button', { name: enEndpoint.url.use, exact: true })
  for (const [url, reason] of [
    ['localhost:99999', /not a URL/],
    ['ftp://example.com', /ftp: is not for WebSockets/],
    ['wss://example.com/#top', /no #fragment/],
    ['ws://127.0.0.1:6000/', /port 6000/],
  ] as const) {
    await field.fill(url)
    await use.click()
    await expect(page.getByRole('dialog').getByText(reason).first()).toBeVisible()
  }
})

test('a host named in the code is connected to as it stands when routing is off', async ({
  page,
  labServer,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await connectTo(page, 'wss://echo.websocket.org/')
  await page.getByRole('button', { name: /^Endpoint/ }).click()
  await page.getByRole('switch', { name: 'Route every socket to this endpoint' }).click()
  await page.keyboard.press('Escape')
  const url = `${labServer.url.replace('http', 'ws')}lab/echo`
  await screen.write(ECHO_PROGRAM.replace('wss://echo.websocket.org', url))
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(screen.console).toContainText('received Hello')
  await expect(page.getByText(/^→ /)).toBeHidden()
})

test('a server that the program names is asked about once, and reached, or left to the built-in one', async ({
  page,
  labServer,
}) => {
  const url = `${labServer.url.replace('http', 'ws')}lab/echo`
  const { host } = new URL(url)
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(ECHO_PROGRAM.replace('wss://echo.websocket.org', url))
  await page.keyboard.press('ControlOrMeta+Enter')
  const question = page.getByRole('region', { name: 'Before you run' })
  await expect(question).toContainText(`Your program connects to ${host}.`)
  await expectNoViolationsInBothThemes(page)

  // Nothing has run meanwhile. The keyboard is where the answers are.
  expect(labServer.log.join('\n')).not.toContain('echo #')
  await page.keyboard.press('Tab')
  await expect(question.getByRole('button', { name: `Connect to ${host}` })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(screen.console).toContainText('received Hello')
  await expect.poll(() => labServer.log.join('\n')).toContain('echo #1')
  await expect(page.getByRole('button', { name: /^Endpoint/ })).toContainText(host)

  await page.reload()
  await page.waitForFunction(() => !('earlyInput' in window))
  await screen.run.click()
  await expect.poll(() => labServer.log.join('\n')).toContain('echo #2')
  await expect(question).toBeHidden()

  const other = 'ws://localhost:59999/'
  await page.getByRole('button', { name: /^Endpoint/ }).click()
  await page.getByRole('button', { name: enEndpoint.useDefaultInPlay }).click()
  await page.keyboard.press('Escape')
  await screen.write(ECHO_PROGRAM.replace('wss://echo.websocket.org', other))
  await screen.run.click()
  await question.getByRole('button', { name: enEndpoint.foreign.stay }).click()
  await expect(screen.console).toContainText('received Hello')
  await expect(page.getByText(/^→ /)).toBeVisible()
  await screen.runToEnd()
  await expect(question).toBeHidden()
})

test.describe('in the editor', () => {
  test.use({ monaco: true })

  test('what will be refused is said before the run: at its line, and with the problems', async ({
    page,
    guard,
  }) => {
    guard.allowServer('wss://tutorial.example/')
    await page.goto('en/play.html')
    const screen = new WorkScreen(page)
    await screen.write(
      `new WebSocket('wss://tutorial.example/#top')\nnew WebSocket('ws://localhost:6000')`,
    )
    const refusal = enEndpoint.url.fragment
    await expect(page.getByText(refusal).first()).toBeVisible()
    await page.getByRole('tab', { name: /^Problems/ }).click()
    const problems = page.getByRole('list', { name: 'Problems' })
    await expect(problems.getByRole('listitem')).toHaveCount(1)
    await expect(problems).toContainText(refusal)

    // Where the socket goes there by itself, the port matters too.
    await connectTo(page, 'wss://tutorial.example/')
    await page.getByRole('button', { name: /^Endpoint/ }).click()
    await page.getByRole('switch', { name: 'Route every socket to this endpoint' }).click()
    await page.keyboard.press('Escape')
    await expect(problems.getByRole('listitem')).toHaveCount(2)
    await expect(problems).toContainText('port 6000')
    await expectNoViolationsInBothThemes(page)
  })
})

test("a lesson's own server is named, and missed on another endpoint", async ({ page }) => {
  await page.goto('en/closing.html')
  await expect(new WorkScreen(page).editor).toBeVisible()
  const chip = page.getByRole('button', { name: /^Endpoint/ })
  await expect(chip).toContainText(enEndpoint.lessonServer)
  await connectTo(page, 'wss://echo.websocket.org/')
  const advice = page.getByRole('region', { name: enEndpoint.advice.label })
  await expect(advice).toContainText('server.js runs only on the built-in endpoint')
  await expectNoViolationsInBothThemes(page)
  await advice.getByRole('button', { name: enEndpoint.advice.lessonServerAction }).click()
  await expect(advice).toBeHidden()
  await expect(chip).toContainText(enEndpoint.lessonServer)
})
