/**
 * The built app while 100 000 events are in the trace and 5 000 more a second arrive, in Chromium with
 * the page's processor slowed six times: frames a second, the longest frame, and memory an event, for
 * the wire (lanes and arrows on, both ways of spacing) and for the log. A program floods a real
 * connection to the lab server; nothing in the app knows of the measurement. Needs `dist/`.
 */
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { createLabServer } from '../lab-server/server.ts'

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 10)
const VIEWS = ['wire, event by event', 'wire, to scale', 'log'] as const
const SLOWED = 6
const EVENTS = 100_000
/** What the observed WebSocket records of a text that is sent and echoed. */
const EVENTS_A_MESSAGE = 6
const EVENTS_A_SECOND = 5000
/** Between the first events and the flood, milliseconds: long enough to take them all in. */
const PAUSE = 8000
/** Milliseconds between two bursts of the program. */
const BEAT = 20

// `npm run bench` runs in the project's folder.
const folder = (name: string) => `${process.cwd()}/${name}`
if (!existsSync(folder('dist/index.html')))
  throw new Error('dist/index.html is not there. Run npm run build first.')

/** Sends what makes the first events in bursts, each when the one before is back; then floods. */
const PROGRAM = `const ws = new WebSocket('ws://localhost:8080/')
const FIRST = ${String(Math.ceil(EVENTS / EVENTS_A_MESSAGE))}
const BURST = ${String(Math.round((EVENTS_A_SECOND / EVENTS_A_MESSAGE / 1000) * BEAT))}
let sent = 0
let echoed = 0
let floods = false
function burst(size) {
  for (let i = 0; i < size; i += 1) ws.send('message ' + ++sent)
}
ws.onopen = () => burst(200)
ws.onmessage = () => {
  echoed += 1
  if (floods || echoed < sent) return
  if (sent < FIRST) return burst(200)
  floods = true
  setTimeout(() => setInterval(burst, ${String(BEAT)}, BURST), ${String(PAUSE)})
}
`

interface Frames {
  readonly perSecond: number
  /** Milliseconds. */
  readonly longest: number
  /** Of the frames, the duration that 99 of 100 do not exceed, milliseconds. */
  readonly most: number
  readonly eventsPerSecond: number
}

/** Runs in the page: counts animation frames, as a program of the page would see them. */
async function countFrames(seconds: number): Promise<Frames> {
  const eventCount = () =>
    Number(
      document.querySelector('[role=tab] small')?.textContent.replaceAll(/\D/g, '') ?? Number.NaN,
    )
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  await frame()
  const events = eventCount()
  const start = await frame()
  const durations: number[] = []
  for (let last = start; last - start < 1000 * seconds;) {
    const now = await frame()
    durations.push(now - last)
    last = now
  }
  const total = durations.reduce((sum, one) => sum + one, 0)
  durations.sort((one, other) => one - other)
  return {
    perSecond: (1000 * durations.length) / total,
    longest: durations.at(-1) ?? 0,
    most: durations[Math.floor(durations.length * 0.99)] ?? 0,
    eventsPerSecond: (1000 * (eventCount() - events)) / total,
  }
}

function text({ perSecond, longest, most }: Frames): string {
  return (
    `${perSecond.toFixed(1).padStart(5)} frames/s, longest ${longest.toFixed(0).padStart(3)} ms, ` +
    `99 % within ${most.toFixed(0).padStart(3)} ms`
  )
}

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

/** Milliseconds of its main thread's processor time that the page takes a second, not slowed. */
async function busyShare(session: CDPSession, page: Page): Promise<number> {
  await session.send('Performance.enable')
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
  }
  const before = await read()
  const start = performance.now()
  await page.waitForTimeout(4000)
  const after = await read()
  const seconds = (performance.now() - start) / 1000
  await session.send('Performance.disable')
  const taken = (after['ThreadTime'] ?? 0) - (before['ThreadTime'] ?? 0)
  return (1000 * taken) / seconds
}

async function eventCount(page: Page): Promise<number> {
  const text = await page.locator('[role=tab] small').first().textContent()
  return Number(text?.replaceAll(/\D/g, ''))
}

const lab = await createLabServer({
  siteDirectory: folder('dist'),
  scenariosDirectory: folder('scenarios'),
  port: 0,
})
// Not bundled: bundled it would take itself for the program.
const { chromiumLaunchOptions } = (await import(
  /* @vite-ignore */ pathToFileURL(folder('scripts/browser.mjs')).href
)) as typeof import('../scripts/browser.mjs')
const browser = await chromium.launch(chromiumLaunchOptions())
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  // An instructor's settings: any program's sockets lead to the lab server, as to any other.
  await context.route('**/config.json', (route) =>
    route.fulfill({
      json: {
        defaultEndpoint: 'echo',
        endpoints: [{ name: 'echo', kind: 'live', url: `ws://localhost:${lab.port}/lab/echo` }],
      },
    }),
  )

  console.log(
    `${EVENTS} events, ${EVENTS_A_SECOND} more a second, processor slowed ${SLOWED} times, ${SECONDS} s each`,
  )
  // What the machine can do at all: a page in which nothing happens.
  const idle = await context.newPage()
  await idle.goto(`${lab.url}en/play.html`)
  await idle.waitForTimeout(5000)
  const idleSession = await context.newCDPSession(idle)
  await idleSession.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
  console.log(`${'nothing happens'.padEnd(22)} ${text(await idle.evaluate(countFrames, SECONDS))}`)
  await idle.close()

  for (const view of VIEWS) {
    const page = await context.newPage()
    await page.goto(`${lab.url}en/play.html`)
    await page.getByRole('tab', { name: 'client.js' }).click()
    const editor = page.getByRole('textbox', { name: /client\.js/ })
    await editor.first().focus()
    await page.evaluate((text) => navigator.clipboard.writeText(text), PROGRAM)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+v')
    const session = await context.newCDPSession(page)
    const before = await heap(session)
    await page.keyboard.press('ControlOrMeta+Enter')
    // By keyboard: a busy page moves under a pointer.
    const choice =
      view === 'log'
        ? page.getByRole('tab', { name: /^Log/ })
        : page.getByRole('radio', {
            name: view === 'wire, to scale' ? /To scale/ : /Event by event/,
          })
    await choice.focus()
    await page.keyboard.press('Space')
    await choice.and(page.locator('[aria-selected="true"], [aria-checked="true"]')).waitFor()

    let count = 0
    while (count < EVENTS) {
      await page.waitForTimeout(250)
      count = await eventCount(page)
    }
    for (let same = 0; same < 6;) {
      await page.waitForTimeout(250)
      const now = await eventCount(page)
      same = now === count ? same + 1 : 0
      count = now
    }
    const memory = ((await heap(session)) - before) / count
    while ((await eventCount(page)) < count + EVENTS_A_SECOND) await page.waitForTimeout(250)
    const busy = await busyShare(session, page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
    await page.evaluate(countFrames, 1)
    const frames = await page.evaluate(countFrames, SECONDS)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    console.log(
      `${view.padEnd(22)} ${text(frames)}, ${Math.round(frames.eventsPerSecond)} events/s, ` +
        `${Math.round(memory)} octets an event, ${Math.round(busy)} ms/s of the processor when not slowed`,
    )
    await page.close()
  }
} finally {
  await browser.close()
  await lab.close(0)
}
