import { createHash } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import type { BuildList } from './build-list.ts'
import { KeptBuilds } from './kept-builds.ts'

const scope = 'https://a.example/course/'
const integrityOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** Files by path: what a build is made of, and what the host has. */
type Files = Readonly<Record<string, string>>
const first: Files = { 'index.html': 'one', 'sandbox.html': 'guest one', 'assets/a-1.js': 'shared' }
const second: Files = {
  'index.html': 'two',
  'sandbox.html': 'guest two',
  'assets/a-1.js': 'shared',
}

let host: Files | null
let asked: string[]
let caches: ReturnType<typeof memoryCaches>

beforeEach(() => {
  host = first
  asked = []
  caches = memoryCaches()
})

function memoryCaches() {
  const all = new Map<string, Map<string, Response>>()
  const open = (name: string) => {
    const entries = all.get(name) ?? new Map<string, Response>()
    all.set(name, entries)
    // The four methods that are used.
    return Promise.resolve({
      match: (url: string) => Promise.resolve(entries.get(url)?.clone()),
      put: (url: string, answer: Response) => Promise.resolve(void entries.set(url, answer)),
    } as Cache)
  }
  return {
    open,
    keys: () => Promise.resolve([...all.keys()]),
    has: (name: string) => Promise.resolve(all.has(name)),
    delete: (name: string) => Promise.resolve(all.delete(name)),
  }
}

/** As a browser fetches: what is not as the integrity says, or has no host, is an error. */
async function fetchFrom(address: string | Request, init?: RequestInit): Promise<Response> {
  const url = typeof address === 'string' ? address : address.url
  const path = url.slice(scope.length).replace(/\?.*/, '')
  asked.push(path)
  if (host === null) throw new TypeError('no network')
  const text = host[path]
  if (text === undefined) return new Response(null, { status: 404 })
  if (init?.integrity !== undefined && init.integrity !== integrityOf(text))
    throw new TypeError('integrity')
  return new Response(text, { headers: { 'Content-Type': 'text/x', 'X-Frame-Options': 'DENY' } })
}

function worker(id: string, files: Files, onUse: readonly string[] = []) {
  const list: { -readonly [K in keyof BuildList]: BuildList[K] } = { id, atOnce: {}, onUse: {} }
  for (const [path, text] of Object.entries(files)) {
    const kind = onUse.includes(path) ? 'onUse' : 'atOnce'
    list[kind] = { ...list[kind], [path]: integrityOf(text) }
  }
  const builds = new KeptBuilds(list, { scope, caches, fetch: fetchFrom })
  return {
    builds,
    answer: (path: string, build: string | null = null) =>
      builds.answer({ kind: 'file', path, build }, new Request(scope + path)),
  }
}

async function installed(id: string, files: Files) {
  const one = worker(id, files)
  await one.builds.install()
  await one.builds.activate()
  return one
}

it('answers without a network with what it has kept, and the headers of the host', async () => {
  const { answer } = await installed('b1', first)
  host = null
  const page = await answer('index.html')
  expect(await page.text()).toBe('one')
  expect(page.headers.get('X-Frame-Options')).toBe('DENY')
})

it('makes the document of a program a sandbox', async () => {
  const { answer } = await installed('b1', first)
  const { headers } = await answer('sandbox.html', 'b1')
  expect(headers.get('Content-Security-Policy')).toBe('sandbox allow-scripts allow-forms')
})

it('is not installed from a host that has another build by now', async () => {
  host = { ...first, 'sandbox.html': 'guest two' }
  await expect(worker('b1', first).builds.install()).rejects.toThrow('integrity')
})

it('fetches only what an earlier build does not have', async () => {
  await installed('b1', first)
  host = second
  asked = []
  await worker('b2', second).builds.install()
  expect(asked.sort()).toEqual(['config.json', 'index.html', 'sandbox.html'])
})

it('gives a page of the build before what belongs to it', async () => {
  await installed('b1', first)
  host = second
  const { answer } = await installed('b2', second)
  expect(await (await answer('sandbox.html', 'b1')).text()).toBe('guest one')
  expect(await (await answer('sandbox.html', 'b2')).text()).toBe('guest two')
})

it('refuses what it no longer has, rather than give that of another build', async () => {
  await installed('b1', first)
  host = second
  await installed('b2', second)
  const third = { ...second, 'index.html': 'three' }
  host = third
  const { answer } = await installed('b3', third)
  expect((await answer('sandbox.html', 'b1')).status).toBe(410)
  expect(await (await answer('sandbox.html', 'b2')).text()).toBe('guest two')
})

it('keeps a build that pages are open of, although one between was never opened', async () => {
  await installed('b1', first)
  host = second
  await worker('b2', second).builds.install()
  const third = { ...second, 'index.html': 'three' }
  host = third
  const { answer } = await installed('b3', third)
  expect(await (await answer('sandbox.html', 'b1')).text()).toBe('guest one')
  expect((await answer('sandbox.html', 'b2')).status).toBe(410)
})

it('keeps a large file when it is first used', async () => {
  const files = { ...first, 'assets/large-1.js': 'large' }
  host = files
  const { builds, answer } = worker('b1', files, ['assets/large-1.js'])
  await builds.install()
  expect(asked).not.toContain('assets/large-1.js')
  await answer('assets/large-1.js')
  host = null
  expect(await (await answer('assets/large-1.js')).text()).toBe('large')
})

it('takes config.json from the host, and the last one where there is no network', async () => {
  host = { ...first, 'config.json': 'first' }
  const { builds } = await installed('b1', first)
  const config = async () => {
    const answer = await builds.answer({ kind: 'config' }, new Request(`${scope}config.json`))
    return answer.text()
  }
  host = null
  expect(await config()).toBe('first')
  host = { 'config.json': 'edited' }
  expect(await config()).toBe('edited')
  host = null
  expect(await config()).toBe('edited')
})
