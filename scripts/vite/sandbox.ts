/**
 * Builds the sandbox's document, and the parts of it that few programs need, and puts them beside
 * the app.
 *
 * The document has an opaque origin. Modules from a plain static server do not load there, and what
 * a classic script from one throws reaches `window.onerror` as "Script error." only, for to an
 * opaque origin every server is a stranger. So its scripts are in the document itself, and the parts
 * are texts that the page hands in; each is an IIFE from a build of its own. In development they are
 * built anew when one of their sources changes.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { PARTS, PARTS_FILE, type Part } from '../../src/sandbox/parts.ts'
import { buildChunk } from './build-chunk.ts'
import { builtFile, type BuiltFile } from './built-file.ts'

const DOCUMENT = 'sandbox.html'

const inSource = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url))
const sourceOf = (name: string) => inSource(`sandbox/${name}`)

const PART_ENTRIES: Readonly<Record<Part, string>> = {
  outside: 'guest-outside.ts',
  realm: 'guest-in-realm.ts',
  deflate: 'guest/late/deflate-part.ts',
  hashes: 'guest/late/hashes-part.ts',
  requests: 'guest/late/requests-part.ts',
  streams: 'guest/late/streams-part.ts',
}

const inNetwork = (name: string) => inSource(`in-page-network/${name}`)

/** In the scripts of the document, these files replace what is in a part or in the page. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['pako', sourceOf('guest/late/pako.ts')],
  [inNetwork('server/hashes.ts'), sourceOf('guest/late/hashes.ts')],
  [inNetwork('server/zlib.ts'), sourceOf('guest/late/zlib.ts')],
  [inNetwork('server/read-server-source.ts'), sourceOf('guest/late/read-server-source.ts')],
  [inNetwork('http/http-client.ts'), sourceOf('guest/late/requests.ts')],
  [inNetwork('fetch/fetch.ts'), sourceOf('guest/late/requests.ts')],
  [inNetwork('event-source/event-source.ts'), sourceOf('guest/late/requests.ts')],
])

/** The files of packages that are in a part. */
const LATE_PACKAGES: Readonly<Partial<Record<Part, readonly string[]>>> = {
  deflate: ['ws/lib/permessage-deflate.js'],
  streams: [
    'readable-stream/lib/internal/streams/compose.js',
    'readable-stream/lib/internal/streams/duplexify.js',
    'readable-stream/lib/internal/streams/from.js',
    'readable-stream/lib/internal/streams/operators.js',
    'readable-stream/lib/internal/streams/pipeline.js',
    'readable-stream/lib/stream/promises.js',
    'ws/lib/stream.js',
  ],
}

/**
 * Taken when a script begins: a program that replaces one of them replaces nothing of ours.
 */
const GLOBALS =
  'ArrayBuffer,Blob,DataView,Error,JSON,Map,Number,Object,Promise,Reflect,Set,String,Symbol,TextEncoder,Uint8Array,URL,WeakMap,WeakSet'
const intro = `const {${GLOBALS}}=globalThis;`

/** Builds the document, in memory. */
async function buildDocument(minify: boolean): Promise<BuiltFile> {
  const template = readFileSync(sourceOf(DOCUMENT), 'utf8')
  const sources = new Set([sourceOf(DOCUMENT)])
  let html = template
  for (const [element, attributes, entry = ''] of template.matchAll(
    /<script([^>]*) data-entry="([^"]+)"><\/script>/gu,
  )) {
    const { code, moduleIds } = await buildChunk(sourceOf(entry), {
      minify,
      standIns: STAND_INS,
      packages: { late: LATE_PACKAGES },
      output: { format: 'iife', intro },
    })
    for (const id of moduleIds) sources.add(id)
    html = html.replace(element, () => `<script${attributes ?? ''}>${withinHtml(code)}</script>`)
  }
  return { text: html, sources }
}

/** Builds the parts, in memory. */
async function buildParts(minify: boolean): Promise<BuiltFile> {
  const sources = new Set<string>()
  const texts: Partial<Record<Part, string>> = {}
  for (const part of PARTS) {
    // It goes before the text of a worker, whose lines have to stay.
    const isOneLine = part === 'realm'
    const { code, moduleIds } = await buildChunk(sourceOf(PART_ENTRIES[part]), {
      minify: minify || isOneLine,
      packages: { late: LATE_PACKAGES, only: part },
      output: { format: 'iife', intro },
    })
    for (const id of moduleIds) sources.add(id)
    texts[part] = withinHtml(isOneLine ? onOneLine(code) : code)
  }
  return { text: JSON.stringify(texts), sources }
}

/** Where a program is minified, line breaks are within templates only. */
function onOneLine(code: string): string {
  return code.trim().replaceAll('\n', '\\n')
}

/** Neither of these can be in a program but in a string, a template or a regular expression. */
function withinHtml(code: string): string {
  return code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
}

/** The Vite plugins: they emit the sandbox into a build, and serve it in development. */
export function sandbox(): Plugin[] {
  return [
    builtFile({
      name: 'upgrade-101:sandbox',
      fileName: DOCUMENT,
      contentType: 'text/html; charset=utf-8',
      build: buildDocument,
    }),
    builtFile({
      name: 'upgrade-101:sandbox-parts',
      fileName: PARTS_FILE,
      contentType: 'application/json; charset=utf-8',
      build: buildParts,
    }),
  ]
}
