import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

// Lines are marked in the editor.
test.use({ monaco: true })

test('an endless loop ends with an error on its line, and the page stays alive', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/uncaught: .*loop/i)
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write('console.log("before")\nlet turns = 0\nwhile (true) turns += 1\n')
  await page.keyboard.press('ControlOrMeta+Enter')
  // The page answers while the program loops.
  await page.getByRole('button', { name: /^Endpoint/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(screen.console).toContainText('before')
  await expect(screen.console).toContainText('client.js:3')
  await page.getByRole('tab', { name: /^Problems/ }).click()
  await expect(page.getByRole('tabpanel', { name: /^Problems/ })).toContainText('endless loop')
})

test('a syntax error is shown with its line, and the next run is unharmed', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/SyntaxError|Unexpected token|uncaught/i)
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write('let a = 1\nlet b = = 2\n')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('tab', { name: /^Problems/ }).click()
  await expect(page.getByRole('tabpanel', { name: /^Problems/ })).toContainText('client.js:2')

  await page.getByRole('tab', { name: 'Console', exact: true }).click()
  await screen.write('console.log("well")')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(screen.console).toContainText('well')
})

test('a thrown error and an unhandled rejection stand on their lines in the console', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/uncaught: thrown/)
  guard.expectProblem(/uncaught: rejected/)
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(
    'setTimeout(() => {\n  throw new Error("thrown")\n})\n\nPromise.reject(new Error("rejected"))\n',
  )
  await screen.runToEnd()
  const lines = screen.console.getByRole('treeitem')
  await expect(lines.filter({ hasText: 'thrown' }).first()).toContainText('client.js:2')
  await expect(lines.filter({ hasText: 'rejected' }).first()).toContainText('client.js:5')
})

test('top-level await runs, and so does a classic script with a var at its top', async ({
  page,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(
    'await new Promise((resolve) => setTimeout(resolve, 20))\nconsole.log("awaited")',
  )
  await screen.runToEnd()
  await expect(screen.console).toContainText('awaited')
  await screen.write(
    'var ws = new WebSocket("wss://echo.example")\nws.onopen = () => console.log(window.ws === ws)',
  )
  await screen.runToEnd()
  await expect(screen.console).toContainText('true')
})

test('Stop ends a program that would go on for ever', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write('let n = 0\nsetInterval(() => console.log("tick", n++), 50)')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(screen.console).toContainText(/tick \d/)
  await screen.stop.click()
  await expect(screen.stop).toBeHidden()
  await expect(screen.run).toBeFocused()
})

test('a run that is stopped is not kept beside itself, where lines are kept across runs', async ({
  page,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write('console.log("first")\nsetInterval(() => {}, 50)')
  await page.keyboard.press('ControlOrMeta+Enter')
  const lines = screen.console.getByText('first', { exact: true })
  await expect(lines).toHaveCount(1)
  await page.getByRole('button', { name: screen.text('console.tools') }).click()
  await page.getByRole('button', { name: screen.text('console-tools.keep') }).click()
  await screen.stop.click()
  await expect(page.getByText('You stopped this run at')).toBeVisible()
  await expect(lines).toHaveCount(1)
  await screen.run.click()
  await expect(lines).toHaveCount(2)
})

test('an edited server.js is the server that answers', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(
    'const ws = new WebSocket("ws://localhost:8080")\nws.onmessage = ({ data }) => console.log(data)',
  )
  await page.getByRole('tab', { name: /^server\.js/ }).click()
  await page.getByRole('textbox', { name: 'Text of server.js' }).focus()
  await screen.pasteOver(
    'import { WebSocketServer } from "ws"\nnew WebSocketServer({ port: 8080 }).on("connection", (socket) => socket.send("mine"))',
  )
  await screen.runToEnd()
  await expect(screen.console).toContainText('mine')
})
