import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
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
  await page.getByRole('button', { name: /^Endpoint/ }).click()
  await page.getByRole('radio', { name: /^Another WebSocket server/ }).click()
  await page.getByRole('textbox', { name: 'URL of the server' }).fill(url)
  await page.getByRole('button', { name: 'Use', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('a program talks to the lab server over a real socket', async ({ page, labServer }) => {
  await page.goto('#/en/play')
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

  await page.goto('#/en/play')
  const screen = new WorkScreen(page)
  await connectTo(page, url)
  await screen.write(ECHO_PROGRAM)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(screen.console).toContainText('closed 1006 false')
  await expect(page.getByRole('region', { name: /^Notices/ }).getByRole('listitem')).toContainText(
    `The connection to ${url} failed before it opened.`,
  )

  await page.getByRole('button', { name: 'Run it on the built-in endpoint' }).click()
  await expect(screen.console).toContainText('received Hello')
})

test('a URL that no browser connects to is refused with its reason', async ({ page }) => {
  await page.goto('#/en/play')
  await page.getByRole('button', { name: /^Endpoint/ }).click()
  await page.getByRole('radio', { name: /^Another WebSocket server/ }).click()
  const field = page.getByRole('textbox', { name: 'URL of the server' })
  const use = page.getByRole('button', { name: 'Use', exact: true })
  for (const [url, reason] of [
    ['not a url', /does not|not a URL|begins with/],
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
  await page.goto('#/en/play')
  const screen = new WorkScreen(page)
  await connectTo(page, 'wss://echo.websocket.org/')
  await page.getByRole('button', { name: /^Endpoint/ }).click()
  await page.getByRole('switch', { name: 'Route every socket to this endpoint' }).click()
  await page.keyboard.press('Escape')
  const url = `${labServer.url.replace('http', 'ws')}lab/echo`
  await screen.write(ECHO_PROGRAM.replace('wss://echo.websocket.org', url))
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(screen.console).toContainText('received Hello')
  await expect(page.getByText('routed to')).toBeHidden()
})
