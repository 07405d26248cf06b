/**
 * Builds the sandbox and puts it beside the app.
 *
 * Its document has an opaque origin, to which a plain static server gives classic scripts and no
 * modules (design: "What an opaque origin may load"). So each of its scripts is one IIFE from a
 * build of its own, in development too, where they are built anew when one of their sources
 * changes.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'
import { nodePackages } from './node-packages.ts'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
const sourceOf = (name: string) =>
  fileURLToPath(new URL(`../../src/sandbox/${name}`, import.meta.url))

/** The scripts by the name they are served under, and their entries. */
const SCRIPTS = {
  'sandbox.js': 'guest.ts',
  'sandbox-in-page.js': 'guest-in-page.ts',
} as const

const DOCUMENT = 'sandbox.html'

export interface SandboxFiles {
  /** Contents by file name. */
  readonly files: ReadonlyMap<string, string>
  /** Absolute paths of the modules that were bundled. */
  readonly sources: ReadonlySet<string>
}

/** Builds the document and its scripts, in memory. */
export async function buildSandbox({ minify = true } = {}): Promise<SandboxFiles> {
  const files = new Map<string, string>()
  const sources = new Set([sourceOf(DOCUMENT)])
  let html = readFileSync(sourceOf(DOCUMENT), 'utf8')
  for (const [name, entry] of Object.entries(SCRIPTS)) {
    const { code, moduleIds } = await buildScript(name, sourceOf(entry), minify)
    files.set(name, code)
    for (const id of moduleIds) sources.add(id)
    // A query that changes with the content: a cache never mixes two builds.
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 8)
    html = html.replaceAll(`"${name}"`, `"${name}?${hash}"`)
  }
  files.set(DOCUMENT, html)
  return { files, sources }
}

async function buildScript(
  name: string,
  entry: string,
  minify: boolean,
): Promise<Rolldown.OutputChunk> {
  const result = await build({
    root: projectRoot,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [nodePackages()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife', entryFileNames: name } },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined
  if (chunk === undefined) throw new Error(`Building ${name} gave nothing`)
  return chunk
}

/** The Vite plugin: emits the sandbox into a build, serves it in development. */
export function sandbox(): Plugin {
  return {
    name: 'upgrade-101:sandbox',

    async generateBundle() {
      const { files } = await buildSandbox()
      for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source })
    },

    configureServer(server) {
      let current: Promise<SandboxFiles> | undefined
      let sources: ReadonlySet<string> = new Set()

      const built = (): Promise<SandboxFiles> => {
        if (current === undefined) {
          const building = buildSandbox({ minify: false })
          current = building
          building.then(
            (result) => {
              sources = result.sources
              server.watcher.add([...sources])
            },
            // A build that failed is tried again at the next request.
            () => {
              if (current === building) current = undefined
            },
          )
        }
        return current
      }

      server.watcher.on('all', (_event, path) => {
        if (!sources.has(path)) return
        current = undefined
        server.ws.send({ type: 'full-reload' })
      })

      server.middlewares.use((request, response, next) => {
        const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
        if (name !== DOCUMENT && !(name in SCRIPTS)) {
          next()
          return
        }
        built().then(({ files }) => {
          const type = name === DOCUMENT ? 'text/html' : 'text/javascript'
          response.setHeader('Content-Type', `${type}; charset=utf-8`)
          response.setHeader('Cache-Control', 'no-store')
          response.end(files.get(name))
        }, next)
      })
    },
  }
}
