/**
 * *Try to break it* on the wrong programs of `tests/break-it`, in the real sandbox: how many are broken
 * in the five seconds that there are, after how many runs, and with how few interventions. With
 * `BENCH_RIGHT=1` on the right ones, which are not to be broken. Needs `dist/`.
 */
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { createStaticFiles } from '../lab-server/http/static-files.ts'
import { CASES } from '../tests/break-it/cases.ts'
import type {} from '../tests/break-it/page/harness.ts'

const kind = process.env['BENCH_RIGHT'] === undefined ? 'wrong' : 'right'
const only = process.env['BENCH_ONLY']?.split(',')

// `npm run bench` runs in the project's folder.
const path = (name: string) => `${process.cwd()}/${name}`
const text = (name: string) => readFileSync(path(name), 'utf8')
if (!existsSync(path('dist/sandbox.html')))
  throw new Error('dist/sandbox.html is not there. Run npm run build first.')

// Neither is bundled: bundled they would take themselves for the program.
const { build } = (await import(
  /* @vite-ignore */ pathToFileURL(path('node_modules/vite/dist/node/index.js')).href
)) as typeof import('vite')
const { chromiumLaunchOptions } = (await import(
  /* @vite-ignore */ pathToFileURL(path('scripts/browser.mjs')).href
)) as typeof import('../scripts/browser.mjs')

const built = await build({
  root: path('tests/break-it/page'),
  base: './',
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: { write: false, minify: false },
})
const [output] = Array.isArray(built) ? built : [built]
if (output === undefined || !('output' in output)) throw new Error('the page was not built')
const files = new Map<string, string | Uint8Array>()
for (const file of output.output)
  files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source)

const sandbox = createStaticFiles({ directory: path('dist') })
const site = createServer((request, response) => {
  const name = (request.url ?? '/').split('?')[0] ?? '/'
  const content = files.get(name === '/' ? '/index.html' : name)
  // The sandbox and its parts.
  if (content === undefined) return void sandbox(request, response, name.slice(1))
  const isScript = name.endsWith('.js')
  response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
  response.end(content)
}).listen(0, '127.0.0.1')
await once(site, 'listening')
const address = site.address()
const port = typeof address === 'object' && address !== null ? address.port : 0

const browser = await chromium.launch(chromiumLaunchOptions())
try {
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${port}/`)
  await page.waitForFunction(() => 'tryToBreak' in window)
  const took: number[] = []
  let broken = 0
  let runs = 0
  let most = 0
  const cases = CASES.filter(({ name }) => only?.includes(name) ?? true)
  for (const one of cases) {
    const client = text(`tests/break-it/programs/${one.name}/${kind}.js`)
    const server = text(`tests/break-it/servers/${one.server}.js`)
    const outcome = await page.evaluate(([...args]) => window.tryToBreak(...args), [
      one,
      client,
      server,
    ] as const)
    took.push(outcome.took)
    runs += outcome.tried
    if (outcome.kind === 'broken') broken += 1
    most = Math.max(most, outcome.size)
    console.log(
      `${one.name.padEnd(32)} ${outcome.kind.padEnd(8)} ${String(outcome.tried).padStart(4)} runs ${outcome.took.toFixed(0).padStart(6)} ms, ${String(outcome.size)} interventions`,
    )
  }
  took.sort((one, other) => one - other)
  console.log(`broken: ${String(broken)} of ${String(cases.length)} ${kind} programs`)
  console.log(`interventions: at most ${String(most)}`)
  console.log(`median ${(took[Math.floor(took.length / 2)] ?? Number.NaN).toFixed(0)} ms`)
  console.log(`a run: ${(took.reduce((sum, one) => sum + one, 0) / runs).toFixed(0)} ms`)
} finally {
  await browser.close()
  site.close()
}
