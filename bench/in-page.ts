/**
 * Messages a second in Chromium: our WebSocket and `ws` in one page, all of it recorded, against
 * the
 * browser's WebSocket and the lab server. Both echo the same texts, many under way at a time. Needs
 * `dist/`.
 */
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { createLabServer } from '../lab-server/server.ts'
import type { NodeModules, VirtualNetwork } from '../src/in-page-network/index.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7)
const MESSAGES = 10_000

// `npm run bench` runs in the project's folder.
const folder = (name: string) => `${process.cwd()}/${name}`
if (!existsSync(folder('dist/network.js'))) {
  throw new Error('dist/network.js is not there. Run npm run build first.')
}

/** Runs in the page. Messages a second there and back. */
async function measure({ url, messages }: { url: string | null; messages: number }) {
  const network = url === null ? await createEcho() : undefined
  const Socket = network?.WebSocket ?? WebSocket
  const text = 'The quick brown fox jumps over the lazy dog'
  const socket = new Socket(url ?? 'ws://localhost:8080/')
  const echoed = new Promise<number>((resolve, reject) => {
    let start = 0
    let count = 0
    socket.onerror = () => reject(new Error('the socket failed'))
    socket.onopen = () => {
      start = performance.now()
      for (let sent = 0; sent < messages; sent += 1) socket.send(text)
    }
    socket.onmessage = () => {
      count += 1
      if (count < messages) return
      resolve((1000 * messages) / (performance.now() - start))
      socket.close()
    }
  })
  await network?.clock.runUntil(Infinity)
  const rate = await echoed
  network?.stop()
  return rate

  async function createEcho(): Promise<VirtualNetwork> {
    const { createNetwork } = await import(
      /* @vite-ignore */ new URL('network.js', location.href).href
    )
    return createNetwork({
      seed: 1,
      clock: 'virtual',
      conditions: { latency: 1, jitter: 0, bandwidth: null },
      servers: {
        'localhost:8080': ({ ws }: NodeModules) => {
          const { WebSocketServer } = ws as { WebSocketServer: typeof import('ws').WebSocketServer }
          const server = new WebSocketServer({ port: 8080 })
          server.on('connection', (client) => {
            client.on('message', (data, binary) => client.send(data, { binary }))
          })
        },
      },
    })
  }
}

const lab = await createLabServer({
  siteDirectory: folder('dist'),
  scenariosDirectory: folder('scenarios'),
  port: 0,
  limits: {},
})
// Not bundled: bundled it would take itself for the program.
const { chromiumLaunchOptions } = (await import(
  /* @vite-ignore */ pathToFileURL(folder('scripts/browser.mjs')).href
)) as typeof import('../scripts/browser.mjs')
const browser = await chromium.launch(chromiumLaunchOptions())
try {
  const page = await browser.newPage()
  // A document of the same origin without a Content Security Policy.
  await page.goto(`${lab.url}config.json`)
  const native = `ws://localhost:${lab.port}/lab/echo`
  const best = { inPage: 0, native: 0 }
  for (let round = 0; round < ROUNDS; round += 1) {
    const rate = (url: string | null) => page.evaluate(measure, { url, messages: MESSAGES })
    best.inPage = Math.max(best.inPage, await rate(null))
    best.native = Math.max(best.native, await rate(native))
  }
  const perSecond = (rate: number) => `${Math.round(rate)} messages a second`
  console.log(`in page, recorded     ${perSecond(best.inPage)}`)
  console.log(`native, lab server    ${perSecond(best.native)}`)
  console.log(`ratio                 ${(best.inPage / best.native).toFixed(2)}×`)
} finally {
  await browser.close()
  await lab.close(0)
}
