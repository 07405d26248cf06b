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
import {
  COMMON_PARTS,
  PARTS_FILE,
  RARE_PARTS,
  type Part,
  type RarePart,
} from '../../src/sandbox/parts.ts'
import { buildChunk } from './build-chunk.ts'
import { builtFile, type BuiltFile } from './built-file.ts'
import { capturedScripts } from './captured/captured-script.ts'

const DOCUMENT = 'sandbox.html'
/** The entry of the script that runs first in the document, and evaluates the others. */
const FIRST = 'guest.ts'

const inSource = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url))
const sourceOf = (name: string) => inSource(`sandbox/${name}`)

const PART_ENTRIES: Readonly<Record<Part, string>> = {
  outside: 'guest-outside.ts',
  realm: 'guest-in-realm.ts',
  deflate: 'guest/late/deflate-part.ts',
  hashes: 'guest/late/hashes-part.ts',
  inspect: 'guest/late/inspect-part.ts',
  node: 'guest/late/node-part.ts',
  imports: 'guest/libraries/imports-part.ts',
  evaluations: 'guest/late/evaluations-part.ts',
  changes: 'guest/late/changes-part.ts',
  attacker: 'guest/late/attacker-part.ts',
  processes: 'guest/late/processes-part.ts',
  interventions: 'guest/late/interventions-part.ts',
  credentials: 'guest/late/credentials-part.ts',
  requests: 'guest/late/requests-part.ts',
  xhr: 'guest/late/xhr-part.ts',
  streams: 'guest/late/streams-part.ts',
  idle: 'guest/late/idle-proxy-part.ts',
  proxy: 'guest/late/reverse-proxy-part.ts',
  redis: 'guest/late/redis-part.ts',
}

const inNetwork = (name: string) => inSource(`in-page-network/${name}`)

/** In the scripts of the document, these files replace what is in a part or in the page. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['pako', sourceOf('guest/late/pako.ts')],
  [inNetwork('server/hashes.ts'), sourceOf('guest/late/hashes.ts')],
  [inNetwork('server/more-crypto.ts'), sourceOf('guest/late/more-crypto.ts')],
  [inNetwork('server/name-classes.ts'), sourceOf('guest/late/name-classes.ts')],
  [inNetwork('server/inspect.ts'), sourceOf('guest/late/inspect.ts')],
  [inNetwork('recording/node-console.ts'), sourceOf('guest/late/node-console.ts')],
  [inNetwork('server/more/more-modules.ts'), sourceOf('guest/late/more-modules.ts')],
  [inNetwork('server/more/program-extras.ts'), sourceOf('guest/late/program-extras.ts')],
  [inNetwork('server/more/common-js.ts'), sourceOf('guest/late/common-js.ts')],
  [inNetwork('server/more/libraries.ts'), sourceOf('guest/late/server-libraries.ts')],
  [inNetwork('clock/real-clock.ts'), sourceOf('guest/late/elsewhere.ts')],
  [inNetwork('server/named-servers.ts'), sourceOf('guest/late/elsewhere.ts')],
  [inSource('core/trace/export/json.ts'), sourceOf('guest/late/elsewhere.ts')],
  [inNetwork('server/processes.ts'), sourceOf('guest/late/processes.ts')],
  [inNetwork('interventions.ts'), sourceOf('guest/late/interventions.ts')],
  [inNetwork('server/zlib.ts'), sourceOf('guest/late/zlib.ts')],
  [inNetwork('server/read-server-source.ts'), sourceOf('guest/late/read-server-source.ts')],
  [inNetwork('credentials/kept-credentials.ts'), sourceOf('guest/late/credentials.ts')],
  [inNetwork('http/http-client.ts'), sourceOf('guest/late/requests.ts')],
  [inNetwork('link/idle-proxy.ts'), sourceOf('guest/late/idle-proxy.ts')],
  [inNetwork('reverse-proxy/start-reverse-proxy.ts'), sourceOf('guest/late/reverse-proxy.ts')],
  [inNetwork('broker/add-redis.ts'), sourceOf('guest/late/redis.ts')],
  [inNetwork('fetch/fetch.ts'), sourceOf('guest/late/requests.ts')],
  [inNetwork('event-source/event-source.ts'), sourceOf('guest/late/requests.ts')],
  [inNetwork('xml-http-request/xml-http-request.ts'), sourceOf('guest/late/xml-http-request.ts')],
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

/** The packages that are in a part. */
const LATE_ENTRIES: Readonly<Partial<Record<Part, readonly string[]>>> = {
  node: ['assert', 'deep-equal'],
}

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
      packages: { late: LATE_PACKAGES, lateEntries: LATE_ENTRIES },
      plugins: [capturedScripts(entry === FIRST ? 'captures' : 'handed')],
      output: { format: 'iife' },
    })
    for (const id of moduleIds) sources.add(id)
    html = html.replace(element, () => `<script${attributes ?? ''}>${withinHtml(code)}</script>`)
  }
  return { text: html, sources }
}

/** Builds the parts of the one file, in memory. */
async function buildParts(minify: boolean): Promise<BuiltFile> {
  const sources = new Set<string>()
  const texts: Partial<Record<Part, string>> = {}
  for (const part of COMMON_PARTS) {
    const built = await buildPart(part, minify)
    for (const source of built.sources) sources.add(source)
    texts[part] = built.text
  }
  return { text: JSON.stringify(texts), sources }
}

/** Builds one part, in memory. */
async function buildPart(part: Part, minify: boolean): Promise<BuiltFile> {
  // It goes before the text of a worker, whose lines have to stay.
  const isOneLine = part === 'realm'
  const { code, moduleIds } = await buildChunk(sourceOf(PART_ENTRIES[part]), {
    minify: minify || isOneLine,
    packages: { late: LATE_PACKAGES, lateEntries: LATE_ENTRIES, only: part },
    // A worker or a frame has a realm of its own.
    plugins: [ownNext(), capturedScripts(part === 'realm' ? 'captures' : 'handed')],
    output: { format: 'iife' },
  })
  const text = withinHtml(isOneLine ? onOneLine(code) : code)
  return { text, sources: new Set(moduleIds) }
}

/**
 * The iterators of this package inherit from nothing, so they lack the second names of methods: see
 * `captured`. Each has its own `next`.
 */
function ownNext(): Plugin {
  return {
    name: 'upgrade-101:own-next',
    transform: (code, id) =>
      id.includes('/node-inspect-extracted/') ? code.replaceAll('.next()', '["next"]()') : null,
  }
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
    ...Object.entries(RARE_PARTS).map(([part, fileName]) =>
      builtFile({
        name: `upgrade-101:sandbox-${part}`,
        fileName,
        contentType: 'text/javascript; charset=utf-8',
        // The table's keys are such parts.
        build: (minify) => buildPart(part as RarePart, minify),
      }),
    ),
  ]
}
