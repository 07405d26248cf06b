import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { BuildList } from '../../src/offline/build-list.ts'

/** Monaco, its workers, texts and icons: a third of the site, and the plain editor does without. */
const ON_USE = /^assets\/(?:MonacoEditor|codicon|(?:editor|ts)\.worker|zh-cn)-/

/** What no page asks for, or what is asked of the host alone. */
const NOT_KEPT = new Set([
  '404.html',
  'config.json',
  'config.schema.json',
  'manifest.json',
  'network.js',
  'robots.txt',
  'service-worker.js',
  'sitemap.xml',
])
const isKept = (file: string) => !NOT_KEPT.has(file) && !file.startsWith('preview-')

/** Names a build by what it is made of: its files so far, and the pages that will come. */
export async function buildId(directory: string, pages: readonly unknown[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(pages))
  for (const file of await filesIn(directory))
    hash.update(`\n${file} `).update(await readFile(path.join(directory, file)))
  return hash.digest('hex').slice(0, 8)
}

/** What a browser keeps of the site in a folder. */
export async function buildList(directory: string, id: string): Promise<BuildList> {
  const atOnce: Record<string, string> = {}
  const onUse: Record<string, string> = {}
  for (const file of (await filesIn(directory)).filter(isKept)) {
    const content = await readFile(path.join(directory, file))
    const integrity = `sha256-${createHash('sha256').update(content).digest('base64')}`
    if (ON_USE.test(file)) onUse[file] = integrity
    else atOnce[file] = integrity
  }
  return { id, atOnce, onUse }
}

/** Paths below a folder, with `/`, in an order that is the same everywhere. */
export async function filesIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(directory, path.join(parentPath, name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort()
}
