/** The figure of a block of nginx, and a program that has an `nginx.conf`, in a real browser. */
import type { Locator, Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const choice = (figure: Locator, name: string) => figure.getByRole('radio', { name, exact: true })
const line = (figure: Locator, name: RegExp) => figure.getByRole('checkbox', { name })

async function open(page: Page) {
  await page.goto('en/figures.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const figure = page.getByRole('group', { name: 'A block of nginx, line by line' })
  const outcome = figure.getByRole('status')
  // Its component loads after the page's app.
  await expect(async () => {
    await choice(figure, '20s').click()
    await expect(outcome).toContainText('cut at', { timeout: 1000 })
  }).toPass()
  return { figure, outcome }
}

test('each line is left out by keyboard, and the server says what it lacks', async ({ page }) => {
  const { figure, outcome } = await open(page)
  await expect(outcome).toContainText('the next Ping would have come too late')
  await choice(figure, 'every 10 s').click()
  await expect(outcome).toContainText('Still open')

  await line(figure, /Upgrade/).focus()
  await page.keyboard.press('Space')
  await expect(outcome).toContainText('426: Connection names an upgrade')
  await line(figure, /Connection/).click()
  await expect(outcome).toContainText('426: the proxy asks for no upgrade')
  await expect(figure).toContainText('Connection: close')
  await line(figure, /Upgrade/).click()
  await expect(outcome).toContainText('426: Upgrade says to what')
  await line(figure, /Connection/).click()

  await line(figure, /version/).click()
  await expect(figure).toContainText('GET /chat HTTP/1.0')
  await expect(outcome).toContainText('Still open')
  await choice(figure, 'wants HTTP/1.1').click()
  await expect(outcome).toContainText('505')
  await expectNoViolationsInBothThemes(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(({ guard }) => guard.expectProblem(/^failed: .*\.js csp$/))

  test('it shows a block that works', async ({ page }) => {
    await page.goto('en/figures.html')
    const figure = page.getByRole('group', { name: 'A block of nginx, line by line' })
    await expect(figure).toContainText('proxy_set_header Upgrade $http_upgrade;')
    await expect(figure.getByRole('status')).toContainText('Still open')
    await expect(figure.getByRole('radio')).toHaveCount(0)
  })
})

test('a program with an nginx.conf: what nginx refuses is told with its line, and what it lacks by name', async ({
  page,
}) => {
  await page.goto('en/proxies.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const screen = new WorkScreen(page)
  await screen.tabOf('nginx.conf').click()
  const config = screen.editorOf('nginx.conf')
  await config.fill('location / {\n  proxy_pass http://localhost:8080\n  proxy_buffering off;\n}')
  await screen.run.click()
  await expect(screen.console).toContainText(
    '[emerg] invalid number of arguments in "proxy_pass" directive in nginx.conf:3',
  )
  await config.fill('location / {\n  proxy_pass http://localhost:8080;\n  proxy_buffering off;\n}')
  await screen.run.click()
  await expect(screen.console).toContainText('"proxy_buffering" is not simulated here')
  await expect(screen.console).toContainText('Ada is out: 1006')
})
