/** The line under the console, which evaluates in the running program. */
import type { Locator } from '@playwright/test'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const ECHO = `const ws = new WebSocket('wss://echo.example/')
ws.onmessage = ({ data }) => console.log('heard ' + data)
`

class ConsoleLine {
  readonly screen: WorkScreen

  constructor(screen: WorkScreen) {
    this.screen = screen
  }

  get field(): Locator {
    return this.screen.page.getByRole('textbox', {
      name: this.screen.text('console-tools.line.label.evaluate'),
    })
  }

  /** The line that a row with this text is followed by. */
  get rows(): Locator {
    return this.screen.console.getByRole('treeitem')
  }

  async evaluate(text: string): Promise<void> {
    await this.field.fill(text)
    await this.field.press('Enter')
    await expect(this.field).toHaveValue('')
  }
}

test('what is typed is evaluated among the program’s variables, and what it causes follows', async ({
  page,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  const line = new ConsoleLine(screen)
  await screen.write(ECHO)
  await screen.runToEnd()

  await line.evaluate('ws.readyState')
  await expect(line.rows).toHaveText([/^›.*ws\.readyState$/, /^‹.*1$/])
  await line.evaluate('ws.send("by hand")')
  await expect(line.rows.last()).toContainText('heard by hand')

  // What was declared stays, `await` waits on virtual time, and a mistake is told as Chromium does.
  await line.evaluate('const wait = (ms) => new Promise((done) => setTimeout(done, ms, ms))')
  await line.evaluate('await wait(30)')
  await expect(line.rows.last()).toHaveText(/^‹.*30$/)
  await line.evaluate('socket.close()')
  await expect(line.rows.last()).toContainText('Uncaught ReferenceError: socket is not defined')
  await expect(page.getByRole('tab', { name: /^Problems/ })).toHaveText('Problems')
  await line.evaluate('{ code: 1000 }')
  await expect(line.rows.last()).toContainText('{code: 1000}')

  // The arrow keys bring back what was typed.
  await line.field.press('ArrowUp')
  await line.field.press('ArrowUp')
  await expect(line.field).toHaveValue('socket.close()')
  await line.field.press('ArrowDown')
  await line.field.press('ArrowDown')
  await expect(line.field).toHaveValue('')
})

test('it reaches the variables of a module, and of a program that stopped halfway', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/uncaught: halfway/)
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  const line = new ConsoleLine(screen)
  await screen.write(`${ECHO}
const opened = await new Promise((done) => { ws.onopen = () => done('opened') })
throw new Error('halfway')
`)
  await screen.runToEnd()
  await line.evaluate('opened')
  await expect(line.rows.last()).toHaveText(/^‹.*'opened'$/)
})

test('an endless loop that was typed ends, and the run goes on', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  const line = new ConsoleLine(screen)
  await screen.write(ECHO)
  await screen.runToEnd()
  await line.evaluate('while (true);')
  await expect(line.rows.last()).toContainText('Line 1 of console ran for 500 ms')
  await line.evaluate('ws.send("still here")')
  await expect(line.rows.last()).toContainText('heard still here')
})

test('it evaluates at the time that is shown, and a repeated run does it again', async ({
  page,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  const line = new ConsoleLine(screen)
  await screen.write(`${ECHO}ws.onopen = () => setTimeout(() => ws.close(), 5000)`)
  await screen.runToEnd()
  const slider = page.getByRole('slider', { name: screen.text('time.playhead') })
  await line.evaluate('ws.readyState')
  await expect(line.rows.last()).toHaveText(/^‹.*3$/)
  await page.getByRole('button', { name: screen.text('time.pause'), exact: true }).click()
  await slider.press('Home')
  await line.evaluate('ws.readyState')
  await expect(line.rows.last()).toHaveText(/^‹.*0$/)
  await expect(line.rows).toHaveCount(2)
})

test('in a lesson, tasks ask what the program does by itself', async ({ page }) => {
  await page.goto('en/first-echo.html')
  const screen = new WorkScreen(page)
  const line = new ConsoleLine(screen)
  await screen.runToEnd()
  await line.evaluate('1 + 1')
  await expect(line.rows.last()).toHaveText(/^‹.*2$/)
  await expect(page.getByText(screen.text('compare.banner.typed'))).toBeVisible()
  await page.getByRole('button', { name: screen.text('compare.banner.back') }).click()
  await expect(line.rows.filter({ hasText: '1 + 1' })).toHaveCount(0)
})

test('in free play, messages, pings and a close are sent by hand', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  const line = new ConsoleLine(screen)
  await screen.write(`const ws = new WebSocket('wss://echo.example/')
ws.binaryType = 'arraybuffer'
ws.onmessage = ({ data }) => console.log(typeof data === 'string' ? data : new Uint8Array(data))
ws.onclose = ({ code, reason }) => console.log(code, reason)
`)
  await screen.runToEnd()
  const mode = page.getByRole('combobox', { name: screen.text('console-tools.line.mode') })
  /** Of the line in this mode. */
  const label = (name: string) => screen.text(`console-tools.line.label.${name}`)
  const send = async (name: string, text: string) => {
    await mode.selectOption(label(name))
    const field = page.getByRole('textbox', { name: label(name), exact: true })
    await field.fill(text)
    await field.press('Enter')
    return field
  }

  await send('text', 'Hello')
  await expect(line.rows.last()).toHaveText(/^Hello/)
  const json = await send('json', '{ type: 1 }')
  await expect(page.getByRole('alert')).toContainText('This is not JSON')
  // What was typed is still there, to be mended.
  await expect(json).toHaveValue('{ type: 1 }')
  await send('json', '{ "type": 1 }')
  await expect(line.rows.last()).toHaveText(/^\{ "type": 1 \}/)
  await send('hex', '48 65')
  await expect(line.rows.last()).toHaveText(/^Uint8Array\(2\) \[72, 101/)
  await mode.selectOption(label('file'))
  await page.getByLabel(screen.text('console-tools.line.chooseFile')).setInputFiles({
    name: 'three.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.of(1, 2, 3),
  })
  await expect(line.rows.last()).toHaveText(/^Uint8Array\(3\) \[1, 2, 3/)

  // No API of the browser sends a Ping frame; the server answers this one.
  await send('ping', '')
  await expect(screen.wire).toContainText('PONG')
  await send('close', '4001 enough')
  await expect(line.rows.last()).toHaveText(/^4001 'enough'/)
})
