import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { acceptValue, Opcode } from '../../src/core/protocol/index.ts'
import type { TraceEvent, TraceFrame } from '../../src/core/trace/event.ts'
import { traceFromJson } from '../../src/core/trace/export/read-json.ts'
import enExport from '../../src/locales/en/export.ts'
import enFailure from '../../src/locales/en/connection-failure.ts'
import enInspector from '../../src/locales/en/inspector.ts'
import enRun from '../../src/locales/en/run.ts'
import enWiretap from '../../src/locales/en/wiretap.ts'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

/** The run that is shown, as it is saved. */
async function savedTrace(page: Page): Promise<readonly TraceEvent[]> {
  await page.getByRole('button', { name: enRun.files }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: enExport.format.json.name }).click()
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: enExport.save.button, exact: true }).click()
  const text = await readFile(await (await downloading).path(), 'utf8')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  return traceFromJson(text).events
}

async function runOn(
  page: Page,
  scenario: string,
  program: string,
): Promise<readonly TraceEvent[]> {
  const screen = new WorkScreen(page)
  await screen.chooseLab(scenario)
  await screen.write(
    `${program}\nws.addEventListener('close', () => console.log('over ${scenario}'))`,
  )
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(screen.console).toContainText(`over ${scenario}`)
  await expect(screen.stop).toBeHidden()
  return savedTrace(page)
}

type Kind = TraceEvent['type']
const ofType = <K extends Kind>(
  events: readonly TraceEvent[],
  type: K,
  side: 'client' | 'server',
) =>
  events.filter(
    (event): event is Extract<TraceEvent, { type: K }> =>
      event.type === type && event.side === side && event.provenance === 'observed',
  )
const maskOf = ({ header }: TraceFrame) => header.subarray(-4).join()
const headerOf = (headers: readonly (readonly [string, string])[], wanted: string) =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''

test("the lab server's recording shows what the browser really sent", async ({
  page,
  labServer,
}) => {
  await page.goto(`${labServer.url}en/play.html`)
  const screen = new WorkScreen(page)
  await expect(screen.editor).toBeVisible()

  const echo = await runOn(
    page,
    'echo',
    `const ws = new WebSocket('wss://tutorial.example/chat?x=1')
     const sizes = [5, 5, 300_000]
     ws.onopen = () => sizes.forEach((size) => ws.send('x'.repeat(size)))
     ws.onmessage = ({ data }) => data.length === 300_000 && ws.close(4000, 'done')`,
  )
  const [request] = ofType(echo, 'willSendHandshakeRequest', 'client')
  const [answer] = ofType(echo, 'handshakeResponseReceived', 'client')
  expect(request?.target).toBe('/lab/echo/chat?x=1')
  expect(headerOf(request?.headers ?? [], 'user-agent')).toContain('Chrome')
  const key = headerOf(request?.headers ?? [], 'sec-websocket-key')
  expect(headerOf(answer?.headers ?? [], 'sec-websocket-accept')).toBe(acceptValue(key))

  // What a busy machine is slow to deliver is shown as it arrives: the server has seen it anyway.
  const received = ofType(echo, 'frameReceived', 'server').map(({ frame }) => frame)
  const data = received.filter(({ opcode }) => opcode < 8)
  // Chromium splits what is long: what must hold is what the fragments add up to.
  expect(data.length).toBeGreaterThan(3)
  expect(data.reduce((sum, { payload }) => sum + payload.length, 0)).toBe(300_010)
  expect(new Set(received.map(maskOf)).size).toBe(received.length)
  // Without the octets, a row of the client has no masking key.
  const sent = echo.flatMap((event) =>
    event.type === 'frameSent' && event.side === 'client' && event.frame.header.length >= 6
      ? [maskOf(event.frame)]
      : [],
  )
  expect(sent.length).toBeGreaterThan(0)
  expect(received.map(maskOf)).toEqual(expect.arrayContaining(sent))
  expect(ofType(echo, 'messageReceived', 'server')).toHaveLength(3)
  expect(received.at(-1)?.opcode).toBe(Opcode.Close)
  expect(ofType(echo, 'frameSent', 'server').at(-1)?.frame.opcode).toBe(Opcode.Close)
  await expect(page.getByText(enWiretap.reading)).toBeVisible()
  await page.getByRole('tab', { name: /^Log/ }).click()
  await screen.log.getByRole('row').filter({ hasText: /300/ }).first().click()
  await expect(page.getByText(enInspector.provenance.observed)).toBeVisible()

  const compressed = await runOn(
    page,
    'compression',
    `const ws = new WebSocket('wss://tutorial.example')
     ws.onopen = () => ws.send('again and '.repeat(500))
     ws.onmessage = () => ws.close()`,
  )
  for (const side of ['client', 'server'] as const) {
    const [first] = ofType(compressed, 'frameSent', side)
    expect(first?.frame.rsv1).toBe(true)
    expect(first?.frame.payload.length).toBeLessThan(200)
    const [whole] = ofType(compressed, 'messageReceived', side === 'client' ? 'server' : 'client')
    expect(whole?.byteLength).toBe(5000)
  }

  const pinged = await runOn(
    page,
    'fragments',
    `const ws = new WebSocket('wss://tutorial.example')
     ws.onmessage = () => setTimeout(() => ws.close(), 50)`,
  )
  const atServer = pinged.filter((event) => event.side === 'server')
  const opcodes = (type: 'frameSent' | 'frameReceived') =>
    atServer.flatMap((event) => (event.type === type ? [event.frame.opcode] : []))
  expect(opcodes('frameSent')).toContain(Opcode.Ping)
  expect(opcodes('frameReceived')).toContain(Opcode.Pong)
  const pong = pinged.find(
    (event) => event.type === 'frameSent' && event.frame.opcode === Opcode.Pong,
  )
  expect(pong).toMatchObject({ side: 'client', provenance: 'reconstructed' })
  for (const [seq, event] of pinged.entries()) {
    expect(event.seq).toBe(seq)
    expect(event.cause ?? -1).toBeLessThan(seq)
  }
})

test('a refusal that the browser hides is named, and the answer is a click away', async ({
  page,
  labServer,
  guard,
}) => {
  guard.expectProblem(/401|Authentication/)
  await page.goto(`${labServer.url}en/play.html`)
  const screen = new WorkScreen(page)
  await expect(screen.editor).toBeVisible()
  await screen.chooseLab('reject')
  await screen.write(`new WebSocket('wss://tutorial.example/401')`)
  await page.keyboard.press('ControlOrMeta+Enter')
  const failure = page.getByRole('region', { name: /did not open$/ })
  await expect(failure).toContainText('the answer was 401 Unauthorized')
  await expectNoViolationsInBothThemes(page)
  await failure.getByRole('button', { name: enFailure.showAnswer }).click()
  await expect(page.getByText(enInspector.provenance.observed)).toBeVisible()
})

test("another page's token gives nothing: a recording has one reader", async ({
  page,
  labServer,
}) => {
  const readers: string[] = []
  page.on('websocket', (socket) => readers.push(socket.url()))
  await page.goto(`${labServer.url}en/play.html`)
  await expect(new WorkScreen(page).editor).toBeVisible()
  await runOn(
    page,
    'echo',
    `const ws = new WebSocket('wss://a.example')
     ws.onopen = () => ws.send('secret')
     ws.onmessage = () => ws.close()`,
  )
  const [url = ''] = readers.filter((reader) => reader.includes('/wiretap/'))
  const status = await new Promise((resolve) => {
    const spy = new WebSocket(url)
    spy.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    spy.on('open', () => resolve('open'))
    spy.on('error', () => undefined)
  })
  expect(status).toBe(409)
})
