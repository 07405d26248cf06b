/**
 * What depends on the page: cookies and mixed content. The same deeds are done in Chromium, in a
 * page of that URL, and on the in-page network with that `baseUrl`, against the same server. What
 * comes of them must be equal.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { chromium, type BrowserContext } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumLaunchOptions } from '../../../scripts/browser.mjs'
import { startNetwork } from '../../../src/in-page-network/testing/run-program.ts'
import { findFreePorts } from '../node-scenario.ts'
import { pageCases, type Deed } from './cases.ts'

type Apis = Pick<typeof globalThis, 'WebSocket' | 'fetch' | 'EventSource'>

const serverFile = fileURLToPath(new URL('server.js', import.meta.url))
const source = readFileSync(serverFile, 'utf8')

/** Runs in both worlds: does one thing after the other and says what came of each. */
async function act({ WebSocket, fetch, EventSource }: Apis, deeds: readonly Deed[]) {
  const told: string[] = []
  const say = (result: unknown) =>
    told.push(result instanceof Error ? `${result.name}: ${result.message}` : String(result))
  for (const deed of deeds) {
    await new Promise<void>((resolve) => {
      const end = (result: unknown) => {
        say(result)
        resolve()
      }
      try {
        if (deed.api === 'fetch') {
          fetch(deed.url, { credentials: deed.credentials ?? 'same-origin' })
            .then((response) => response.text())
            .then(end, end)
          return
        }
        if (deed.api === 'EventSource') {
          const events = new EventSource(deed.url, {
            withCredentials: deed.credentials === 'include',
          })
          const close = (result: unknown) => {
            const { readyState } = events
            events.close()
            end(`${String(result)} ${String(readyState)}`)
          }
          events.onmessage = ({ data }) => close(data)
          events.onerror = () => close('error')
          return
        }
        const socket = new WebSocket(deed.url)
        let message: unknown
        socket.onmessage = ({ data }) => {
          message = data
          socket.close(4000)
        }
        socket.onclose = ({ code }) => end(`${String(message)} ${String(code)}`)
      } catch (error) {
        end(error)
      }
    })
  }
  return told
}

let server: Worker
let port = 0

beforeAll(async () => {
  ;[port = 0] = await findFreePorts(1)
  server = new Worker(new URL('../scenario-worker.mjs', import.meta.url), {
    workerData: { file: serverFile, port, speed: 1 },
  })
  await once(server, 'message')
})

afterAll(() => server?.terminate())

/** *Allow third-party cookies*, with which our cookies are compared: a private window refuses them. */
const PREFERENCES = { profile: { cookie_controls_mode: 0 } }

async function openProfile(): Promise<{ context: BrowserContext; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'upgrade-101-profile-'))
  await mkdir(join(folder, 'Default'))
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(PREFERENCES))
  const options = chromiumLaunchOptions(
    `--host-resolver-rules=MAP *.example 127.0.0.1:${port}, MAP *.test 127.0.0.1:${port}`,
    // A page that has no server of its own may ask this machine.
    '--disable-features=LocalNetworkAccessChecks',
  )
  return { context: await chromium.launchPersistentContext(folder, options), folder }
}

type Visit = { readonly page: string; readonly deeds: readonly Deed[] }

async function inChromium(visits: readonly Visit[]): Promise<readonly string[]> {
  const { context, folder } = await openProfile()
  const told: string[] = []
  for (const visit of visits) told.push(...(await visited(context, visit)))
  await context.close()
  await rm(folder, { recursive: true, force: true })
  return told
}

async function visited(
  context: BrowserContext,
  { page: pageUrl, deeds }: Visit,
): Promise<readonly string[]> {
  const page = await context.newPage()
  if (pageUrl.startsWith('https:'))
    await page.route(pageUrl, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Page</title>' }),
    )
  await page.goto(pageUrl)
  return page.evaluate(
    async ([text, list]) => {
      const run: typeof act = new Function(`return ${text}`)()
      return run({ WebSocket, fetch: fetch.bind(window), EventSource }, list)
    },
    [act.toString(), deeds] as const,
  )
}

async function inPage([first, other]: readonly Visit[]): Promise<readonly string[]> {
  if (first === undefined) return []
  const network = await startNetwork(source.replace('listen(8080)', `listen(${port})`), {
    baseUrl: first.page,
  })
  const visit = async () => {
    const told = await act(network, first.deeds)
    if (other === undefined) return told
    return [...told, ...(await act(network.openPage(new URL(other.page).origin), other.deeds))]
  }
  const told = visit()
  await network.clock.runUntilIdle(600_000)
  network.stop()
  return told
}

test.each(pageCases)('$name', async ({ page, deeds, other }) => {
  const at = (url: string) => url.replace('PORT', String(port))
  const visits = [{ page, deeds }, ...(other === undefined ? [] : [other])].map((visit) => ({
    page: at(visit.page),
    deeds: visit.deeds.map((deed) => ({ ...deed, url: at(deed.url) })),
  }))
  const placed = visits.flatMap((visit) => visit.deeds)
  const [theirs, ours] = [await inChromium(visits), await inPage(visits)]
  const beside = (told: readonly string[]) =>
    placed.map(({ api, url }, index) => `${api} ${decodeURIComponent(url)}: ${told[index] ?? ''}`)
  if (process.env['CONFORMANCE'] !== undefined) console.log(beside(theirs).join('\n'))
  expect(beside(ours)).toEqual(beside(theirs))
})
