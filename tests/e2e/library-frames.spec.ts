/** The figure in which the same text becomes the frames of four libraries, beside what they really send. */
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

test('the frames of the figure are those that the libraries send', async ({ page }) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(`import { io } from 'socket.io-client'
import { createClient } from 'graphql-ws'
const { send } = WebSocket.prototype
WebSocket.prototype.send = function (data) {
  console.log('sent', data)
  send.call(this, data)
}
io('http://localhost:8080', { transports: ['websocket'] }).emit('chat', 'Say "tea"')
const sink = { next() {}, error() {}, complete() {} }
const query = 'mutation { say(text: "Say \\\\"tea\\\\"") }'
createClient({ url: 'ws://localhost:8081' }).subscribe({ query }, sink)
`)
  await screen.write(
    `import { createServer } from 'node:http'
import { buildSchema } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { Server } from 'socket.io'
import { WebSocketServer } from 'ws'
new Server(8080)
const schema = buildSchema('type Query { a: Int } type Mutation { say(text: String!): Boolean }')
useServer({ schema, roots: { mutation: { say: () => true } } },
  new WebSocketServer({ server: createServer().listen(8081) }))
`,
    'server.js',
  )
  await screen.runToEnd()
  await expect(screen.console).toContainText('sent 42')
  await expect(screen.console).toContainText('"type":"subscribe"')
  const printed = await screen.console.innerText()

  await page.goto('en/figures.html')
  await page.waitForFunction(() => !('earlyInput' in window))
  const figure = page.locator('#library-frames')
  const payload = (library: string) => figure.locator(`[data-library="${library}"] .payload`)
  await figure.getByRole('textbox', { name: 'What you say' }).fill('Say "tea"')
  await expect(payload('WebSocket')).toHaveText('Say "tea"')
  await expect(payload('socket.io-client')).toHaveText('42["chat","Say \\"tea\\""]')
  const withoutId = (text: string) => text.replace(/"id":"[^"]+"/u, '')
  for (const library of ['socket.io-client', 'graphql-ws'])
    expect(withoutId(printed)).toContain(withoutId(await payload(library).innerText()))

  await figure.getByRole('radio', { name: 'once it’s open' }).click()
  await expect(payload('graphql-ws')).toHaveText('{"type":"connection_init"}')
  expect(printed).toContain('{"type":"connection_init"}')
  await expect(figure.locator('[data-library="WebSocket"]')).toContainText('nothing')
  await figure.getByRole('radio', { name: 'while nobody speaks' }).click()
  await expect(figure.locator('[data-library="graphql-ws"]')).toContainText('a Pong frame')
  // Away from what shows a tip.
  await page.mouse.move(0, 0)
  await expectNoViolationsInBothThemes(page)
})
