/**
 * Puts Node's `ws`, and the packages that stand in for Node's own modules, into the page.
 *
 * The CommonJS files of these packages become functions: `src/in-page-network/server/packages.ts`,
 * an empty table in the source, is loaded as the table of them. So every network of a page runs
 * `ws` anew, with its own clock, randomness and `process`, and nothing of Node becomes a global.
 */
import { readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'acorn'
import type { CallExpression, Expression, Literal } from 'acorn'
import { simple } from 'acorn-walk'
import type { Plugin } from 'vite'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
const tableFile = resolve(projectRoot, 'src/in-page-network/server/packages.ts')
// Its packages are found where they are, also if the folder is a link.
const nodeModules = realpathSync(resolve(projectRoot, 'node_modules'))

/** Files to begin with, by the specifier under which the in-page network asks for them. */
const entries = {
  assert: 'assert/build/assert.js',
  buffer: 'buffer/index.js',
  'deep-equal': 'assert/build/internal/util/comparisons.js',
  events: 'events/events.js',
  stream: 'readable-stream/lib/ours/browser.js',
  string_decoder: 'string_decoder/lib/string_decoder.js',
  ws: 'ws/index.js',
}

/** What a bundler would alias: specifiers that lead to another package than their own. */
const aliases: Readonly<Record<string, string>> = {
  stream: entries.stream,
  'string_decoder/': entries.string_decoder,
}

/** What the in-page network implements itself, or what is asked for in vain (`bufferutil`). */
const external = new Set([
  'abort-controller',
  'assert',
  'bufferutil',
  'crypto',
  'http',
  'https',
  'net',
  'process/',
  'querystring',
  'tls',
  'url',
  'utf-8-validate',
  'util',
  'util/',
  'zlib',
])

/** The parameters of each function, in the order in which the table's users pass them. */
const parameters = [
  'module',
  'exports',
  'require',
  'process',
  'Buffer',
  'setTimeout',
  'clearTimeout',
  'setImmediate',
  'clearImmediate',
]

export interface NodePackagesOptions {
  /** Files of the table that a part of the sandbox has, by its name. The rest of the table has them. */
  readonly late?: Readonly<Record<string, readonly string[]>>
  /** Entries that a part has, with all files that no other entry leads to. The rest has none of them. */
  readonly lateEntries?: Readonly<Record<string, readonly string[]>>
  /** Only the files that this part has. */
  readonly only?: string
}

/** The Vite plugin. Used wherever `src/in-page-network` is bundled or tested. */
export function nodePackages(options: NodePackagesOptions = {}): Plugin {
  return {
    name: 'upgrade-101:node-packages',
    enforce: 'pre',
    // What Node's modules in unenv ask for is there, too.
    resolveId(specifier, importer) {
      const isOwn = importer?.includes('/unenv/') === true && specifier.startsWith('node:')
      return isOwn ? this.resolve(specifier.replace('node:', 'unenv/node/'), importer) : null
    },
    load(id) {
      return id.split('?')[0] === tableFile.split(sep).join('/') ? packageTable(options) : undefined
    },
  }
}

/** The text of the module that has one function for each file. */
function packageTable({ late = {}, lateEntries = {}, only }: NodePackagesOptions): string {
  const partOf = new Map(
    Object.entries(late).flatMap(([part, files]) => files.map((file) => [file, part] as const)),
  )
  const functions = new Map<string, string>()
  const read = (names: readonly string[]): string[] => {
    const found: string[] = []
    const waiting = names.map((name) => resolve(nodeModules, entryNamed(name)))
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const name = nameOf(file)
      if (functions.has(name)) continue
      const { source, required } = rewriteRequires(file)
      // A block, because a file may declare `const Buffer`, which no function body with a parameter
      // of that name could.
      functions.set(name, `function (${parameters.join(', ')}) {{\n${source}\n}}`)
      found.push(name)
      waiting.push(...required)
    }
    return found
  }
  const ofParts = Object.values(lateEntries).flat()
  read(Object.keys(entries).filter((name) => !ofParts.includes(name)))
  for (const [part, names] of Object.entries(lateEntries)) {
    for (const name of read(names)) {
      if (only === part) partOf.set(name, part)
      else functions.delete(name)
    }
  }
  for (const file of partOf.keys())
    if (!functions.has(file)) throw new Error(`${file} is not a file of the packages`)
  const table = [...functions].flatMap(([name, text]) => {
    const part = partOf.get(name)
    if (only !== undefined) return part === only ? [entry(name, text)] : []
    return part === undefined ? [entry(name, text)] : [entry(name, lateFile(part, name))]
  })
  const names = JSON.stringify(
    Object.fromEntries(Object.entries(entries).filter(([name]) => !ofParts.includes(name))),
  )
  const imports =
    only === undefined && partOf.size > 0
      ? `import { latePackage } from '/src/sandbox/guest/late/packages.ts'\n`
      : ''
  return `${imports}export const entries = ${names}\nexport const packages = {\n${table.join(',\n')}\n}\n`
}

function entryNamed(name: string): string {
  const file = Object.entries(entries).find(([specifier]) => specifier === name)?.[1]
  if (file === undefined) throw new Error(`${name} is no entry of the packages`)
  return file
}

const entry = (name: string, text: string) => `${JSON.stringify(name)}: ${text}`

const lateFile = (part: string, name: string) =>
  `(...args) => latePackage(${JSON.stringify(part)}, ${JSON.stringify(name)}, args)`

/** Replaces each specifier by the name of the file it leads to. */
function rewriteRequires(file: string): { source: string; required: string[] } {
  const source = readFileSync(file, 'utf8')
  const required: string[] = []
  const replacements: { start: number; end: number; text: string }[] = []
  simple(parse(source, { ecmaVersion: 'latest', sourceType: 'script' }), {
    CallExpression(node) {
      const specifier = requiredSpecifier(node)
      if (specifier === undefined || external.has(String(specifier.value))) return
      const target = resolveFrom(file, String(specifier.value))
      required.push(target)
      const text = JSON.stringify(nameOf(target))
      replacements.push({ start: specifier.start, end: specifier.end, text })
    },
  })
  let text = ''
  let position = 0
  for (const replacement of replacements.sort((a, b) => a.start - b.start)) {
    text += source.slice(position, replacement.start) + replacement.text
    position = replacement.end
  }
  return { source: text + source.slice(position), required }
}

function requiredSpecifier(node: CallExpression): (Expression & Literal) | undefined {
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'require') return undefined
  const [specifier] = node.arguments
  return specifier?.type === 'Literal' && typeof specifier.value === 'string'
    ? specifier
    : undefined
}

function resolveFrom(file: string, specifier: string): string {
  const alias = aliases[specifier]
  if (alias !== undefined) return resolve(nodeModules, alias)
  // A trailing slash asks for the package where Node has a module of the same name.
  const isBare = !specifier.startsWith('.')
  const target = createRequire(file).resolve(isBare ? packageSpecifier(specifier) : specifier)
  // A Node that can require ES modules is given one; its package has the same as CommonJS beside it.
  return target.endsWith(`${sep}require.mjs`) ? join(dirname(target), 'index.js') : target
}

/** `buffer` and `events` are also Node's own: ask for the packages. */
const packageSpecifier = (specifier: string) =>
  specifier === 'buffer' || specifier === 'events' ? `${specifier}/` : specifier

const nameOf = (file: string) => {
  const path = relative(nodeModules, file).split(sep).join('/')
  if (path.startsWith('../')) throw new Error(`${file} is not a file of an installed package`)
  return path
}
