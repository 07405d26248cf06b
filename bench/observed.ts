/**
 * Messages a second and round trips in Chromium and in Firefox: a program in the sandbox, whose
 * WebSocket is observed and whose events go to the page, against the same program with the bare one
 * in a frame as isolated. Both talk to one server of `ws`. Needs `dist/`.
 */
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'
import { chromium, firefox, type Browser, type Page } from '@playwright/test'
import { WebSocketServer } from 'ws'
import { findProgram, firefox as firefoxProgram } from '../scripts/find-program.mjs'
import type { HostMessage, StartMessage } from '../src/sandbox/messages.ts'
import { COMMON_PARTS, PARTS_FILE, type PartTexts } from '../src/sandbox/parts.ts'
import { prepareProgram } from '../src/sandbox/prepare-program.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const ONE_BY_ONE = 2_000
const PIPELINED = 10_000
/** Sent in one task: a program that keeps the event loop for half a second is ended. */
const BURST = 250

// `npm run bench` runs in the project's folder.
const folder = (name: string) => `${process.cwd()}/${name}`
if (!existsSync(folder('dist/sandbox.html'))) {
  throw new Error('dist/sandbox.html is not there. Run npm run build first.')
}

interface Figures {
  /** Messages a second, each sent when the one before has come back. */
  readonly oneByOne: number
  /** Messages a second, as many under way as can be. */
  readonly pipelined: number
}

// Written by `scripts/vite/sandbox.ts`.
const texts = JSON.parse(readFileSync(folder(`dist/${PARTS_FILE}`), 'utf8')) as PartTexts
const parts = COMMON_PARTS.map((part): HostMessage => ({ type: 'part', part, text: texts[part] }))

/** The program of both. It ends by saying its figures. */
const program = (url: string) => `
const text = 'The quick brown fox jumps over the lazy dog'
const ws = new WebSocket(${JSON.stringify(url)})
await new Promise((resolve) => { ws.onopen = resolve })
let trips = 0
const oneByOne = await new Promise((resolve) => {
  const start = performance.now()
  ws.onmessage = () => {
    trips += 1
    if (trips === ${ONE_BY_ONE}) resolve(${ONE_BY_ONE} * 1000 / (performance.now() - start))
    else ws.send(text)
  }
  ws.send(text)
})
const start = performance.now()
let left = ${PIPELINED}
const all = new Promise((resolve) => {
  ws.onmessage = () => {
    left -= 1
    if (left === 0) resolve()
  }
})
const { port1, port2 } = new MessageChannel()
for (let sent = 0; sent < ${PIPELINED}; sent += ${BURST}) {
  for (let index = 0; index < ${BURST}; index += 1) ws.send(text)
  const turn = new Promise((resolve) => { port1.onmessage = resolve })
  port2.postMessage(null)
  await turn
}
await all
const pipelined = ${PIPELINED} * 1000 / (performance.now() - start)
ws.close()
console.log(JSON.stringify({ oneByOne, pipelined }))`

/** Runs in the page: the program in a sandboxed frame without anything of ours. */
function runBare(source: string): Promise<string> {
  const frame = document.createElement('iframe')
  frame.sandbox.add('allow-scripts')
  frame.srcdoc = `<script type="module">console.log = (line) => parent.postMessage(line, '*')
    ${source}</script>`
  return new Promise((resolve) => {
    addEventListener(
      'message',
      ({ data }) => {
        frame.remove()
        resolve(String(data))
      },
      { once: true },
    )
    document.body.append(frame)
  })
}

interface Observed {
  readonly parts: readonly HostMessage[]
  readonly start: StartMessage
  readonly messages: number
}

/** Runs in the page: the program in the sandbox. Every event of it must arrive. */
function runObserved({ parts, start, messages }: Observed): Promise<string> {
  const frame = document.createElement('iframe')
  frame.sandbox.add('allow-scripts')
  frame.src = 'sandbox.html'
  const { port1, port2 } = new MessageChannel()
  let said = ''
  let received = 0
  return new Promise((resolve, reject) => {
    port1.onmessage = ({ data }) => {
      if (data.type === 'ended') {
        frame.remove()
        if (received === messages) resolve(said)
        else reject(new Error(`${received} of ${messages} messages were recorded`))
      }
      if (data.type !== 'records') return
      port1.postMessage({ type: 'credit', count: 1 } satisfies HostMessage)
      for (const event of data.events) {
        if (event.type === 'messageReceived') received += 1
        else if (event.type === 'consoleMessage') said = event.arguments[0].text
        else if (event.type === 'uncaughtError') reject(new Error(event.message))
      }
    }
    const greeted = ({ source, data }: MessageEvent) => {
      if (source === null || source !== frame.contentWindow) return
      removeEventListener('message', greeted)
      frame.contentWindow.postMessage(data, '*', [port2])
      for (const message of [...parts, start]) port1.postMessage(message)
    }
    addEventListener('message', greeted)
    document.body.append(frame)
  })
}

async function measure(page: Page, url: string): Promise<readonly [bare: Figures, ours: Figures]> {
  const source = program(url)
  const files = { 'client.js': source }
  const start: StartMessage = {
    type: 'start',
    runId: 'run-1',
    program: files,
    prepared: prepareProgram(files),
    parts: [],
    given: [],
    libraries: [],
    serverLibraries: [],
    modules: [],
    endpoint: { kind: 'live', url },
    routed: false,
    until: null,
    inputs: [],
  }
  // What the program said.
  const bare = JSON.parse(await page.evaluate(runBare, source)) as Figures
  const ours = JSON.parse(
    await page.evaluate(runObserved, { parts, start, messages: ONE_BY_ONE + PIPELINED }),
  ) as Figures
  return [bare, ours]
}

/** An empty page, the sandbox beside it, and the server of both programs. */
const site = createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  const isSandbox = request.url === '/sandbox.html'
  response.end(isSandbox ? readFileSync(folder('dist/sandbox.html')) : '<!doctype html><body>')
}).listen(0, '127.0.0.1')
await once(site, 'listening')
const server = new WebSocketServer({ server: site, perMessageDeflate: false })
server.on('connection', (socket) => {
  socket.on('message', (data, binary) => socket.send(data, { binary }))
})
const address = site.address()
const port = typeof address === 'object' && address !== null ? address.port : 0

// Imported when run: in the bundle it would take itself for the program and print its path.
const { chromiumLaunchOptions } = (await import(
  /* @vite-ignore */ pathToFileURL(folder('scripts/browser.mjs')).href
)) as typeof import('../scripts/browser.mjs')

const browsers: Readonly<Record<string, () => Promise<Browser>>> = {
  Chromium: () => chromium.launch(chromiumLaunchOptions()),
  Firefox: () =>
    firefox.launch({ channel: 'moz-firefox', executablePath: findProgram(firefoxProgram) }),
}

try {
  for (const [name, launch] of Object.entries(browsers)) {
    const browser = await launch()
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${port}/`)
    const bests: Figures[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, figures] of (await measure(page, `ws://127.0.0.1:${port}/`)).entries()) {
        const best = bests[index] ?? figures
        bests[index] = {
          oneByOne: Math.max(best.oneByOne, figures.oneByOne),
          pipelined: Math.max(best.pipelined, figures.pipelined),
        }
      }
    }
    await browser.close()
    const [bare, ours] = bests
    if (bare === undefined || ours === undefined) continue
    console.log(`${name}                bare   observed   ratio`)
    const row = (label: string, theirs: number, own: number, digits: number) =>
      console.log(
        `  ${label.padEnd(20)} ${theirs.toFixed(digits).padStart(8)}  ${own.toFixed(digits).padStart(8)}  ${(own / theirs).toFixed(2)}×`,
      )
    row('one by one, /s', bare.oneByOne, ours.oneByOne, 0)
    row('pipelined, /s', bare.pipelined, ours.pipelined, 0)
    row('round trip, ms', 1000 / bare.oneByOne, 1000 / ours.oneByOne, 3)
  }
} finally {
  for (const client of server.clients) client.terminate()
  site.close()
}
