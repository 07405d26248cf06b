/**
 * What the browser prints by itself: each program runs on the in-page network and in Chromium,
 * against the same server, which breaks a rule. The lines must be equal, with their level and the
 * call that they are told of.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { chromium, type Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumLaunchOptions } from '../../../scripts/browser.mjs'
import { ofType, runProgram } from '../../../src/in-page-network/testing/run-program.ts'
import { findFreePorts } from '../node-scenario.ts'

/** What a client does besides making a socket. */
type Deed = 'nothing' | 'closeAtOnce' | 'closeAndSend' | 'sendWhenClosed'

interface Client {
  readonly protocols: readonly string[]
  readonly deed: Deed
}

interface Case extends Client {
  readonly name: string
  readonly urlAt: (port: number) => string
}

interface PrintedLine {
  readonly source: string
  readonly level: string
  readonly text: string
  /** The method at whose call the line points. */
  readonly at: string | undefined
}

const serverFile = fileURLToPath(new URL('server.js', import.meta.url))
const source = readFileSync(serverFile, 'utf8')

/** By the path of the URL. */
const cases: readonly (readonly [path: string, options?: Partial<Client>])[] = [
  ['forbidden'],
  ['ok'],
  ['unauthorized'],
  ['no-upgrade'],
  ['other-upgrade'],
  ['two-upgrades'],
  ['no-accept'],
  ['wrong-accept'],
  ['no-connection'],
  ['other-connection'],
  ['no-accept-no-connection'],
  ['no-protocol', { protocols: ['chat'] }],
  ['other-protocol', { protocols: ['chat'] }],
  ['unasked-protocol'],
  ['two-protocols', { protocols: ['chat'] }],
  ['other-extension'],
  ['unreadable-extension'],
  ['two-deflates'],
  ['deflate-parameter'],
  ['deflate-bits'],
  ['deflate-no-bits'],
  ['deflate-flag'],
  ['deflate-twice'],
  ['fin'],
  ['fin-in-the-head'],
  ['rst'],
  ['no-http'],
  ['masked'],
  ['reserved-bit-1'],
  ['reserved-bit-2'],
  ['reserved-bits'],
  ['reserved-opcode'],
  ['reserved-control-opcode'],
  ['ping-in-two'],
  ['long-ping'],
  ['continuation-of-nothing'],
  ['message-in-a-message'],
  ['long-length'],
  ['no-utf8'],
  ['close-of-one'],
  ['close-1005'],
  ['close-no-utf8'],
  ['close-1000'],
  [`forbidden?${'long'.repeat(400)}`],
  ['silence', { deed: 'closeAtOnce' }],
  ['silence', { deed: 'closeAndSend' }],
  ['close-1000', { deed: 'sendWhenClosed' }],
]

/** Runs in both worlds; resolves once the socket is closed. */
function act(
  WebSocket: typeof globalThis.WebSocket,
  url: string,
  protocols: readonly string[],
  deed: Deed,
  during: (method: string) => void,
): Promise<void> {
  return new Promise((resolve) => {
    during('constructor')
    const socket = (function construct() {
      return new WebSocket(url, [...protocols])
    })()
    const send = () => {
      during('send')
      socket.send('late')
    }
    const close = () => {
      during('close')
      socket.close()
    }
    socket.onclose = () => {
      if (deed === 'sendWhenClosed') {
        send()
        send()
      }
      resolve()
    }
    if (deed === 'closeAtOnce' || deed === 'closeAndSend') close()
    if (deed === 'closeAndSend') send()
  })
}

let browser: Browser
let address = ''
let server: Worker
let port = 0
const site = createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Site</title>')
})

beforeAll(async () => {
  ;[port = 0] = await findFreePorts(1)
  server = new Worker(new URL('../scenario-worker.mjs', import.meta.url), {
    workerData: { file: serverFile, port, speed: 1 },
  })
  await once(server, 'message')
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  const bound = site.address()
  if (bound === null || typeof bound === 'string') throw new Error('the site has no port')
  address = `http://127.0.0.1:${bound.port}/`
  browser = await chromium.launch(chromiumLaunchOptions())
})

afterAll(async () => {
  await browser?.close()
  await server?.terminate()
  site.close()
})

async function printedByChromium(
  url: string,
  protocols: readonly string[],
  deed: Deed,
): Promise<readonly PrintedLine[]> {
  // Chromium lets a page whose handshakes fail wait longer and longer, so each has a page of its own.
  const page = await browser.newPage()
  await page.goto(address)
  const session = await page.context().newCDPSession(page)
  await session.send('Log.enable')
  await session.send('Runtime.enable')
  const lines: PrintedLine[] = []
  const note = ({ entry }: { entry: ChromiumEntry }) => {
    const at = entry.stackTrace?.callFrames[0]?.functionName.replace('construct', 'constructor')
    lines.push({ source: entry.source, level: entry.level, text: entry.text, at })
  }
  session.on('Log.entryAdded', note)
  // What a page prints comes in the order in which it was printed.
  const done = new Promise((resolve) => session.once('Runtime.consoleAPICalled', resolve))
  await page.evaluate(
    async ([source, ...values]) => {
      const run: typeof act = new Function(`return ${source}`)()
      await run(WebSocket, ...values, () => undefined)
      console.log('done')
    },
    [act.toString(), url, protocols, deed] as const,
  )
  await done
  await page.close()
  return lines
}

interface ChromiumEntry {
  readonly source: string
  readonly level: string
  readonly text: string
  readonly stackTrace?: { readonly callFrames: readonly { readonly functionName: string }[] }
}

async function printedInPage(
  url: string,
  protocols: readonly string[],
  deed: Deed,
): Promise<readonly PrintedLine[]> {
  let method = ''
  const trace = await runProgram(
    source.replace('listen(8080)', `listen(${port})`),
    ({ WebSocket }) => act(WebSocket, url, protocols, deed, (now) => (method = now)),
    {
      routed: false,
      observer: {
        locate: () => ({ file: method, line: 1, column: 1 }),
        dispatching: () => undefined,
        dispatched: () => undefined,
      },
    },
  )
  return ofType(trace, 'logEntryAdded').map((event) => ({
    source: event.entrySource,
    level: event.level,
    text: event.text,
    at: event.source?.file,
  }))
}

/** Nobody listens there. */
const CLOSED_PORT = 4

const programs: readonly Case[] = [
  ...cases.map(([path, { protocols, deed } = {}]): Case => ({
    name: `${path.slice(0, 40)} ${deed ?? ''}`.trimEnd(),
    urlAt: (at) => `ws://127.0.0.1:${at}/${path}`,
    protocols: protocols ?? [],
    deed: deed ?? 'nothing',
  })),
  {
    name: 'nobody listens',
    urlAt: () => `ws://127.0.0.1:${CLOSED_PORT}/?a=b`,
    protocols: [],
    deed: 'nothing',
  },
]

test.each(programs)('$name', async ({ urlAt, protocols, deed }) => {
  const url = urlAt(port)
  const theirs = await printedByChromium(url, protocols, deed)
  expect(await printedInPage(url, protocols, deed)).toEqual(theirs)
})
