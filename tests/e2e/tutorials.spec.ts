/** What people paste after they have read it elsewhere runs, and shows what was promised. */
import en from '../../src/locales/en/pasted.ts'
import zh from '../../src/locales/zh-CN/pasted.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

/** A page as tutorials have it: one file, a link that calls a function, dialogs, an old check. */
const PAGE = `<!DOCTYPE HTML>
<html>
<head>
<meta charset="utf-8">
<title>WebSocket</title>
<link rel="stylesheet" href="https://cdn.example/style.css">
<script src="https://cdn.example/jquery.js"></script>
<script type="text/javascript">
function connect() {
  if (!("WebSocket" in window)) {
    alert("No WebSocket here")
    return
  }
  var ws = new WebSocket("wss://echo.websocket.org/")
  ws.onopen = function () {
    ws.send("first words")
    alert("Sending ...")
  }
  ws.onmessage = function (evt) {
    document.getElementById("answer").textContent = evt.data
    ws.close()
  }
  ws.onclose = function () {
    alert("Closed ...")
  }
}
</script>
</head>
<body>
<div id="sse"><a href="javascript:connect()">Run WebSocket</a></div>
<button onclick="document.title = 'pressed'; this.textContent = 'pressed'">Press</button>
<p id="answer"></p>
</body>
</html>
`

test('a whole page with a javascript: link, alerts and files elsewhere runs as it is', async ({
  page,
  guard,
}) => {
  // Asked for, and stopped by the sandbox's policy before a byte leaves.
  guard.expectProblem(/console error: Loading the (?:stylesheet|script) 'https:\/\/cdn\.example/)
  guard.expectProblem(/third party: https:\/\/cdn\.example/)
  guard.expectProblem(/failed: https:\/\/cdn\.example\/\S+ csp/)
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(PAGE)
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('tab', { name: screen.text('console.page') }).click()
  const program = page.frameLocator('iframe').first()
  await program.getByRole('link', { name: 'Run WebSocket' }).click()
  await expect(program.locator('#answer')).toHaveText('first words')
  await program.getByRole('button', { name: 'Press' }).click()
  await expect(program.getByRole('button', { name: 'pressed' })).toBeVisible()

  await page.getByRole('tab', { name: screen.text('console.console') }).click()
  await expect(screen.console).toContainText('Sending ...')
  await expect(screen.console).toContainText('Closed ...')
  await expect(screen.console).toContainText('https://cdn.example/style.css was not loaded')
  await expect(screen.console).toContainText('https://cdn.example/jquery.js was not loaded')
  // What was pasted is still there, and places lead into it.
  await expect(screen.console.getByRole('button', { name: /client\.js:17/ })).toBeAttached()
})

test('a fragment that lacks its socket is met with an offer, and then runs', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/uncaught: socket is not defined/)
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(
    'socket.send("from a fragment")\nsocket.onmessage = (m) => console.log(m.data)\n',
  )
  await screen.runToEnd()
  const offer = page.getByRole('region', { name: en.label })
  await expect(offer).toContainText('`socket` isn’t defined here. Open one first?')
  await offer.getByRole('button', { name: en.insert }).click()
  await expect(offer).toBeHidden()
  await screen.runToEnd()
  await expect(screen.console).toContainText('from a fragment')
})

test('a fragment that reads the event outside a handler is put into one', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/uncaught: Cannot read properties of undefined/)
  await page.goto('zh-CN/play.html')
  const screen = new WorkScreen(page, 'zh-CN')
  await screen.write('console.log(event.data)\n')
  await screen.runToEnd()
  const offer = page.getByRole('region', { name: zh.label })
  await offer.getByRole('button', { name: zh.insert }).click()
  await screen.runToEnd()
  await expect(screen.console).toContainText('Hello')
  // Taking it out again leaves what was pasted.
  await page.getByRole('button', { name: zh.undo }).click()
  await expect(screen.editor).toHaveValue('console.log(event.data)\n')
})

test('a Vue component in one file is said to need a compiler', async ({ page, guard }) => {
  guard.expectProblem(/Unexpected token '<'/)
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(
    '<template><p /></template>\n<script>\nexport default { data: () => ({}) }\n</script>\n',
  )
  await screen.runToEnd()
  await expect(page.getByRole('region', { name: en.label })).toContainText(
    'Vue component in one file',
  )
})

test('what old tutorials do with the API runs, and shows what became of it', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(`var relative = new WebSocket("xx")
console.log(relative.url.endsWith("/xx"))
var ws = new WebSocket("wss://echo.websocket.org")
ws.binaryType = "arraybuffer"
ws.onopen = function () {
  alert("open")
  var canvas = document.createElement("canvas")
  var image = canvas.getContext("2d").getImageData(0, 0, 40, 40)
  ws.send(image.data)
  ws.send(new Uint8Array(10 * 1024 * 1024))
  console.log("buffered " + ws.bufferedAmount)
}
ws.onmessage = function (evt) {
  console.log("echo " + evt.data.byteLength)
}
`)
  await screen.runToEnd()
  for (const line of ['true', 'open', 'echo 6400', 'buffered 10492160', 'echo 10485760'])
    await expect(screen.console).toContainText(line)
})

test('TypeScript runs without its types, and its places are those of the text', async ({
  page,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(`interface Reply {
  text: string
}
const ws: WebSocket = new WebSocket('wss://echo.websocket.org')
ws.onopen = (): void => ws.send(JSON.stringify({ text: 'typed' }))
ws.onmessage = (event: MessageEvent<string>) => {
  const reply = JSON.parse(event.data) as Reply
  console.log(reply.text!)
}
`)
  await screen.runToEnd()
  await expect(screen.console).toContainText('typed')
  await expect(screen.console.getByRole('button', { name: /client\.js:8/ })).toBeAttached()
})
