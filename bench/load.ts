/**
 * A lesson's page opened cold in Chromium, in turn with the same text as a bare document and with a
 * page that paints CodeMirror 6: when it is first painted, and when it can be typed into. All three
 * come compressed by Brotli over the same slowed link. Lists every request that our page makes until
 * then, with its octets. Needs `dist/`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { chromium, type Browser } from '@playwright/test'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7)
/** Of the link: milliseconds of a round trip, and octets a second. */
const LATENCY = 40
const RATE = 1_250_000
const LESSON = 'en/first-echo.html'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

// `npm run bench` runs in the project's folder.
const folder = (name: string) => `${process.cwd()}/${name}`
if (!existsSync(folder(`dist/${LESSON}`)))
  throw new Error(`dist/${LESSON} is not there. Run npm run build first.`)

const lesson = readFileSync(folder(`dist/${LESSON}`), 'utf8')
const article = /<article[^]*<\/article>/.exec(lesson)?.[0]
if (article === undefined) throw new Error(`dist/${LESSON} has no article`)
const program = /<textarea[^>]*>([^]*?)<\/textarea>/.exec(lesson)?.[1] ?? ''

/** The script of a page whose whole content is CodeMirror with the lesson's program. */
async function codeMirror(): Promise<string> {
  // Not bundled: it is the bundler.
  const name = 'vite'
  const vite = (await import(/* @vite-ignore */ name)) as typeof import('vite')
  const entry = '\0code-mirror'
  const result = await vite.build({
    root: process.cwd(),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'code-mirror',
        resolveId: (id) => (id === 'code-mirror' ? entry : undefined),
        load: (id) =>
          id === entry
            ? `import { basicSetup, EditorView } from 'codemirror'
import { javascript } from '@codemirror/lang-javascript'
new EditorView({ doc: ${JSON.stringify(program)}, extensions: [basicSetup, javascript()], parent: document.body })`
            : undefined,
      },
    ],
    build: { write: false, rolldownOptions: { input: 'code-mirror' } },
  })
  const [output] = Array.isArray(result) ? result : [result]
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined
  if (chunk === undefined) throw new Error('CodeMirror could not be built')
  return chunk.code
}

const head = '<!doctype html><meta charset="utf-8"><title>Bench</title>'
const made = new Map([
  ['/document.html', `${head}${article}`],
  ['/code-mirror.html', `${head}<script type="module" src="code-mirror.js"></script>`],
  ['/code-mirror.js', await codeMirror()],
])
const bodies = new Map<string, Buffer>()

/** What is sent for a path: compressed once, as a host would. */
function bodyOf(path: string): Buffer | undefined {
  const known = bodies.get(path)
  if (known !== undefined) return known
  const file = folder(`dist${path}`)
  const content = made.get(path) ?? (existsSync(file) ? readFileSync(file) : undefined)
  if (content === undefined) return undefined
  const body = brotliCompressSync(content)
  bodies.set(path, body)
  return body
}

const server = createServer((request, response) => {
  const [path = ''] = (request.url ?? '').split('?')
  const body = bodyOf(path)
  if (body === undefined) return void response.writeHead(404).end()
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'br' }).end(body)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
// A server that listens on TCP has an address of this kind.
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

interface Opened {
  /** Milliseconds after the navigation began. */
  readonly painted: number
  readonly typedInto: number
  /** Octets of each file that was asked for until then. */
  readonly files: readonly (readonly [path: string, octets: number])[]
}

/** @param ready runs in the page, whose policy takes no text for code: when it can be typed into. */
async function open(browser: Browser, path: string, ready: () => number | false): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY,
    downloadThroughput: RATE,
    uploadThroughput: RATE,
  })
  const files: (readonly [string, number])[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    files.push([pathname, bodyOf(pathname)?.length ?? 0])
  })
  await page.goto(`${origin}${path}`, { waitUntil: 'commit' })
  const when = await page.waitForFunction(ready, undefined, { polling: 'raf' })
  const typedInto = Number(await when.jsonValue())
  const asked = [...files]
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  )
  const opened = { painted: Number(await painted.jsonValue()), typedInto, files: asked }
  await context.close()
  return opened
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
const octetsOf = ({ files }: Opened) => files.reduce((sum, [, octets]) => sum + octets, 0)

const PAGES = {
  'our lesson': [
    `/${LESSON}`,
    () => document.querySelector('#app') !== null && !('earlyInput' in window) && performance.now(),
  ],
  'bare document': [
    '/document.html',
    () => document.querySelector('article') !== null && performance.now(),
  ],
  'CodeMirror 6': [
    '/code-mirror.html',
    () => document.querySelector('.cm-content') !== null && performance.now(),
  ],
} as const

// Not bundled: bundled it would take itself for the program.
const { chromiumLaunchOptions } = (await import(
  /* @vite-ignore */ pathToFileURL(folder('scripts/browser.mjs')).href
)) as typeof import('../scripts/browser.mjs')
const browser = await chromium.launch(chromiumLaunchOptions())
try {
  const rounds: Record<keyof typeof PAGES, Opened>[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({
      'our lesson': await open(browser, ...PAGES['our lesson']),
      'bare document': await open(browser, ...PAGES['bare document']),
      'CodeMirror 6': await open(browser, ...PAGES['CodeMirror 6']),
    })

  const [first] = rounds
  if (first === undefined) throw new Error('BENCH_ROUNDS is 0')
  console.log(`requests of ${LESSON} until it can be typed into, octets after Brotli`)
  for (const [path, octets] of first['our lesson'].files)
    console.log(`${String(octets).padStart(8)} ${path}`)
  console.log(`median of ${ROUNDS} rounds, ${LATENCY} ms, ${RATE / 125_000} Mbit/s`)
  const of = (name: keyof typeof PAGES, what: 'painted' | 'typedInto') =>
    median(rounds.map((round) => round[name][what]))
  for (const name of Object.keys(PAGES) as (keyof typeof PAGES)[])
    console.log(
      `${name.padEnd(14)} painted ${of(name, 'painted').toFixed(0)} ms, typed into ` +
        `${of(name, 'typedInto').toFixed(0)} ms, ${octetsOf(first[name])} octets`,
    )
  // What our page sends before its paint, beyond the document's.
  const toRead = first['our lesson'].files.filter(([path]) => /\.(html|css)$/.test(path))
  const more =
    toRead.reduce((sum, [, octets]) => sum + octets, 0) - octetsOf(first['bare document'])
  const allowed = of('bare document', 'painted') + LATENCY + (1000 * Math.max(0, more)) / RATE
  const ratio = (one: number, other: number) => (one / other).toFixed(2)
  const ours = of('our lesson', 'painted')
  console.log(`readable / document and the share of its octets: ${ratio(ours, allowed)} (aim: 1)`)
  console.log(`readable / CodeMirror: ${ratio(ours, of('CodeMirror 6', 'painted'))} (aim: 0.4)`)
  console.log(
    `typed into / CodeMirror: ${ratio(of('our lesson', 'typedInto'), of('CodeMirror 6', 'typedInto'))} (aim: 1)`,
  )
} finally {
  await browser.close()
  server.close()
}
