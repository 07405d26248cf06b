/**
 * A file of the site that comes from a build of its own: emitted into a build of the app, and in
 * development built when it is asked for, anew after one of its sources changed.
 */
import type { Plugin } from 'vite'

export interface BuiltFile {
  readonly text: string
  /** Absolute paths of everything it was built from. */
  readonly sources: ReadonlySet<string>
}

export interface BuiltFileOptions {
  /** The name of the plugin. */
  readonly name: string
  /** Its path in the site. */
  readonly fileName: string
  readonly contentType: string
  readonly build: (minify: boolean) => Promise<BuiltFile>
}

export function builtFile({ name, fileName, contentType, build }: BuiltFileOptions): Plugin {
  return {
    name,

    // Pages are rendered without it.
    applyToEnvironment: (environment) => environment.name === 'client',

    async generateBundle() {
      const { text } = await build(true)
      this.emitFile({ type: 'asset', fileName, source: text })
    },

    configureServer(server) {
      let current: Promise<BuiltFile> | undefined
      let sources: ReadonlySet<string> = new Set()

      const built = (): Promise<BuiltFile> => {
        if (current !== undefined) return current
        const building = build(false)
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
        return building
      }

      server.watcher.on('all', (_event, path) => {
        if (!sources.has(path)) return
        current = undefined
        server.ws.send({ type: 'full-reload' })
      })

      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        if (pathname !== `${server.config.base}${fileName}` && pathname !== `/${fileName}`) {
          next()
          return
        }
        built().then(({ text }) => {
          response.setHeader('Content-Type', contentType)
          response.setHeader('Cache-Control', 'no-store')
          response.end(text)
        }, next)
      })
    },
  }
}
