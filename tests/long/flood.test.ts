/** A hundred thousand messages from a real server, through the sandbox and the page into the log. */
import { once } from 'node:events'
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocketServer, type WebSocket as ServerSocket } from 'ws'
import { chromiumLaunchOptions } from '../../scripts/browser.mjs'
import type { RunRequest } from '../../src/sandbox/host/run.ts'
import { createHarnessSite } from '../e2e/sandbox/site.ts'
import type { StaticServer } from '../e2e/static-server.ts'

const MESSAGES = 100_000
/** As the log's own limit. */
const MAX_EVENTS = 200_000

let site: StaticServer
let browser: Browser
let page: Page
let server: WebSocketServer
let url: string

beforeAll(async () => {
  site = await createHarnessSite()
  browser = await chromium.launch(chromiumLaunchOptions())
  page = await browser.newPage()
  await page.goto(site.url)
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket, request) => void flood(socket, request.url === '/binary'))
  await once(server, 'listening')
  const address = server.address()
  url = `ws://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  await site?.close()
})

/** Sends numbered messages as fast as they leave, and closes. */
async function flood(socket: ServerSocket, binary: boolean): Promise<void> {
  for (let number = 0; number < MESSAGES; number += 1) {
    socket.send(binary ? Buffer.from(String(number)) : String(number))
    if (socket.bufferedAmount > 1_000_000) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  socket.close(1000, 'all')
}

interface Told {
  readonly reason: string | undefined
  readonly printed: readonly string[]
  /** Of each type of event that the page was given. */
  readonly counts: Readonly<Record<string, number>>
  /** Whether the messages came whole and in order. */
  readonly inOrder: boolean
  readonly log: { readonly held: number; readonly released: number; readonly all: number }
}

async function run(client: string, busy: number): Promise<Told> {
  const request: RunRequest = {
    program: { 'client.js': client },
    endpoint: { kind: 'live', url },
    routed: false,
    until: null,
    inputs: [],
  }
  const index = await page.evaluate((given) => window.harness.start(given), request)
  await page.evaluate(async (milliseconds) => {
    // The page is as busy as it can be, again and again.
    const until = performance.now() + milliseconds
    while (performance.now() < until) {
      const pause = performance.now() + 200
      while (performance.now() < pause);
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
  }, busy)
  await page.waitForFunction((at) => window.harness.runs[at]?.ended !== undefined, index, {
    timeout: 0,
  })
  return page.evaluate((at) => {
    const { events, ended } = window.harness.runs[at] ?? { events: [] }
    const counts: Record<string, number> = {}
    let next = 0
    for (const event of events) {
      counts[event.type] = (counts[event.type] ?? 0) + 1
      if (event.type !== 'messageReceived') continue
      const { data } = event
      const text = data.kind === 'text' ? data.text : new TextDecoder().decode(data.bytes)
      if (text === String(next)) next += 1
    }
    const log = window.harness.logs[at]
    return {
      reason: ended?.reason,
      printed: events.flatMap((event) =>
        event.type === 'consoleMessage'
          ? event.arguments.map((value) => ('text' in value ? value.text : value.kind))
          : [],
      ),
      counts,
      inOrder: next === counts['messageReceived'],
      log: {
        held: log?.length ?? 0,
        released: log?.released.events ?? 0,
        all: log?.nextSeq ?? 0,
      },
    }
  }, index)
}

const counting = (path: string, more = '') => `let count = 0
const ws = new WebSocket('${url}/${path}')
ws.onmessage = () => {
  count += 1
  ${more}
}
ws.onclose = ({ code }) => console.log(count, code)`

test.each([
  ['texts', 'text', ''],
  ['blobs', 'binary', ''],
  [
    'texts at a program that blocks',
    'text',
    'if (count % 20000 === 0) for (const end = performance.now() + 100; performance.now() < end;);',
  ],
])('a flood of %s is recorded whole', async (_, path, more) => {
  const began = performance.now()
  const { reason, printed, counts, inOrder, log } = await run(counting(path, more), 3_000)
  console.log(
    `${MESSAGES} messages, ${log.all} events in ${((performance.now() - began) / 1000).toFixed(1)} s;`,
    `the log holds ${log.held} and counts ${log.released} that it let go`,
  )
  expect(reason).toBe('idle')
  expect(printed).toEqual([String(MESSAGES), '1000'])
  expect(counts['messageReceived']).toBe(MESSAGES)
  expect(counts['eventFired']).toBe(MESSAGES + 2)
  expect(counts['frameReceived']).toBe(MESSAGES + 1)
  expect(inOrder).toBe(true)
  expect(log.held).toBeLessThanOrEqual(MAX_EVENTS)
  expect(log.held + log.released).toBe(log.all)
})
