/** A program as a folder that runs on Node: `npm install`, `npm start`. */
import type { Locale } from '../../../core/locale/locale.ts'
import { isPage } from '../../../core/program/pasted-page.ts'
import type { Program } from '../../../core/program/program.ts'
import readmeEn from './readme.en.md?raw'
import readmeZhCN from './readme.zh-CN.md?raw'
import startSource from './start.mjs.txt?raw'

const README: Readonly<Record<Locale, string>> = { en: readmeEn, 'zh-CN': readmeZhCN }

/** The one that the course runs; a test holds it against `package.json`. */
export const WS_VERSION = '8.23.0'
/** The first that tells a CommonJS `server.js` from an ES module by itself, as the course does. */
const NODE_VERSION = '>=20.19'

/** The texts of the files, by name. */
export type HomeFolder = Readonly<Record<string, string>>

export interface HomeProgram {
  /** With a `server.js`: that of the scenario, where the program has none. */
  readonly program: Program & { readonly 'server.js': string }
  /** Such as `chat`: for the folder and its package. */
  readonly name: string
  readonly title: string
  readonly locale: Locale
}

export function homeFolder({ program, name, title, locale }: HomeProgram): HomeFolder {
  const { 'client.js': client, 'page.html': page } = program
  // A whole page that was pasted into client.js.
  if (page === undefined && isPage(client))
    return homeFolder({
      program: { ...program, 'client.js': '// All of it is in page.html.\n', 'page.html': client },
      name,
      title,
      locale,
    })
  return {
    'README.md': README[locale].replaceAll('{title}', () => title),
    'package.json': packageOf(name, program['server.js']),
    'start.mjs': startSource,
    ...program,
    'page.html': pageOf(page ?? emptyPage(title), isModule(client)),
  }
}

function packageOf(name: string, server: string): string {
  const manifest = {
    name: `upgrade-101-${name}`,
    private: true,
    scripts: { start: 'node --disable-warning=MODULE_TYPELESS_PACKAGE_JSON start.mjs' },
    engines: { node: NODE_VERSION },
    dependencies: { ws: `^${WS_VERSION}`, ...othersNamed(server) },
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** Packages besides `ws` that a server names, in any version. */
function othersNamed(source: string): Readonly<Record<string, string>> {
  const named = [
    ...source.matchAll(/(?:\bfrom\s*|\bimport\s*\(?|\brequire\s*\()\s*(['"])([^'"\n]+)\1/gu),
  ]
  const names = named.flatMap(([, , specifier = '']) => {
    const [name = ''] = /^(?:@[\w.-]+\/)?[\w-][\w.-]*/u.exec(specifier) ?? []
    const isOther = name !== '' && name !== 'ws' && !specifier.includes(':') && !BUILT_IN.has(name)
    return isOther ? [[name, '*'] as const] : []
  })
  return Object.fromEntries(names)
}

/** Node's own, as far as they are named without `node:`. */
const BUILT_IN = new Set(
  (
    'assert async_hooks buffer child_process cluster console crypto dgram dns events fs http http2 https ' +
    'module net os path perf_hooks process querystring readline stream string_decoder timers tls url ' +
    'util v8 vm worker_threads zlib'
  ).split(' '),
)

const emptyPage = (title: string) => `<!doctype html>
<meta charset="utf-8" />
<title>${title}</title>
<p>client.js runs in this page. Press F12 for its console.</p>
<script src="client.js"></script>
`

const CLIENT_SCRIPT = /<script\b[^>]*\bsrc\s*=\s*(['"]?)(?:\.?\/)?client\.js\1[^>]*>\s*<\/script>/iu

/** The page, with `client.js` in it. */
function pageOf(page: string, isModule: boolean): string {
  const script = `<script ${isModule ? 'type="module" ' : ''}src="client.js"></script>`
  if (CLIENT_SCRIPT.test(page)) return page.replace(CLIENT_SCRIPT, script)
  const end = page.search(/<\/body\s*>/iu)
  return end === -1
    ? `${page.trimEnd()}\n${script}\n`
    : `${page.slice(0, end)}${script}\n${page.slice(end)}`
}

/** Whether a browser takes it for no classic script: it imports, or awaits outside of functions. */
function isModule(source: string): boolean {
  return /^(?:import\b|export\b|(?:for\s+)?await\b|[^\s/*].*(?:=|\()\s*await\b)/mu.test(source)
}
