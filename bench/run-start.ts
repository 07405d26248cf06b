/**
 * From the press of Run to the first line of the console, in the built app, against the time that an
 * empty sandboxed iframe takes to load in the same page, in turn. Needs `dist/`.
 */
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { createStaticFiles } from '../lab-server/http/static-files.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 15)
/** Milliseconds between two measurements: the next sandbox is made and warmed meanwhile. */
const PAUSE = 2500

// `npm run bench` runs in the project's folder.
const folder = (name: string) => `${process.cwd()}/${name}`
if (!existsSync(folder('dist/index.html')))
  throw new Error('dist/index.html is not there. Run npm run build first.')

/** The classic demo: what it prints first comes from its first line. */
const PROGRAM = `console.log('first')
const ws = new WebSocket('wss://echo.example/')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => console.log(data)
`

interface RunStart {
  /** Milliseconds from the click until the first line is in the document. */
  readonly row: number
  /** Milliseconds from the click until the frame that shows it. */
  readonly shown: number
}

/** Runs in the page: presses Run and waits for a new console to have a line. */
async function runStart(): Promise<RunStart> {
  const run = [...document.querySelectorAll('button')].find(({ textContent }) =>
    textContent.trim().startsWith('Run'),
  )
  if (run === undefined) throw new Error('The page has no Run')
  const lines = () => document.querySelectorAll('.console [role=treeitem]').length
  const start = performance.now()
  run.click()
  // The lines of the run before are gone once the click is handled.
  while (lines() > 0) await Promise.resolve()
  const row = await new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (lines() === 0) return
      observer.disconnect()
      resolve(performance.now() - start)
    })
    observer.observe(document.body, { subtree: true, childList: true })
  })
  const shown = await new Promise<number>((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now() - start)
      port2.postMessage(null)
    })
  })
  return { row, shown }
}

/** Runs in the page: an empty document in a frame as isolated as the sandbox. */
function emptyFrame(): Promise<number> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts allow-forms')
  frame.src = new URL('../empty.html', document.baseURI).href
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      resolve(performance.now() - start)
      frame.remove()
    })
    const start = performance.now()
    document.body.append(frame)
  })
}

const files = createStaticFiles({ directory: folder('dist') })
const site = createServer((request, response) => {
  const path = (request.url ?? '/').split('?')[0]?.slice(1) ?? ''
  if (path !== 'empty.html') return void files(request, response, path)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end('<!doctype html><title>Empty</title>')
}).listen(0, '127.0.0.1')
await once(site, 'listening')
const address = site.address()
const port = typeof address === 'object' && address !== null ? address.port : 0

// Not bundled: bundled it would take itself for the program.
const { chromiumLaunchOptions } = (await import(
  /* @vite-ignore */ pathToFileURL(folder('scripts/browser.mjs')).href
)) as typeof import('../scripts/browser.mjs')
const browser = await chromium.launch(chromiumLaunchOptions())

async function openProgram(page: Page): Promise<void> {
  await page.goto(`http://127.0.0.1:${port}/en/play.html`)
  await page.getByRole('tab', { name: 'client.js' }).click()
  const editor = page.getByRole('textbox', { name: /client\.js/ })
  await editor.first().focus()
  await page.evaluate((text) => navigator.clipboard.writeText(text), PROGRAM)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+v')
  await page.waitForTimeout(PAUSE)
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN

try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  await openProgram(page)
  const rows: number[] = []
  const shown: number[] = []
  const empty: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const run = await page.evaluate(runStart)
    rows.push(run.row)
    shown.push(run.shown)
    await page.waitForTimeout(PAUSE)
    empty.push(await page.evaluate(emptyFrame))
    await page.waitForTimeout(PAUSE / 5)
  }
  const line = (label: string, times: readonly number[]) =>
    console.log(
      `${label.padEnd(38)} median ${median(times).toFixed(1).padStart(6)} ms, least ${Math.min(
        ...times,
      )
        .toFixed(1)
        .padStart(6)} ms`,
    )
  line('an empty sandboxed iframe', empty)
  line('from Run to the first line', rows)
  line('from Run to the frame that shows it', shown)
  console.log(`the first run: ${(rows[0] ?? Number.NaN).toFixed(1)} ms`)
  console.log(
    `ratio: ${(median(rows) / median(empty)).toFixed(2)} until it is in the document, ${(median(shown) / median(empty)).toFixed(2)} until it is shown`,
  )
} finally {
  await browser.close()
  site.close()
}
