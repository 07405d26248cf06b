/** Builds each library that programs may name as one script, and puts them beside the app. */
import { fileURLToPath } from 'node:url'
import type { Plugin, Rolldown } from 'vite'
import { LIBRARY_NAMES, libraryFile, type LibraryName } from '../../src/core/libraries/libraries.ts'
import {
  SERVER_LIBRARY_NAMES,
  serverLibraryFile,
  type ServerLibraryName,
} from '../../src/core/libraries/server-libraries.ts'
import { buildChunk } from './build-chunk.ts'
import { builtFile } from './built-file.ts'

const entryOf = (name: string) =>
  fileURLToPath(new URL(`../../libraries/${name}.ts`, import.meta.url))

/**
 * Built as on a developer's machine. React's StrictMode mounts each component twice there and nowhere
 * else, and a lesson is about that.
 */
const AS_IN_DEVELOPMENT: ReadonlySet<LibraryName> = new Set(['react'])

const development: Plugin = {
  name: 'upgrade-101:as-in-development',
  config: () => ({ define: { 'process.env.NODE_ENV': '"development"' } }),
}

/** What a library for `server.js` finds in the page, or asks for in vain. */
const REQUIRED = ['ws', 'bufferutil', 'utf-8-validate', 'supports-color']

/** The Vite plugins: they emit the libraries into a build, and serve them in development. */
export function libraries(): Plugin[] {
  return [
    ...LIBRARY_NAMES.map((name) =>
      builtLibrary(`library-${name}`, libraryFile(name), (minify) =>
        buildChunk(entryOf(name), {
          minify,
          plugins: AS_IN_DEVELOPMENT.has(name) ? [development] : [],
          output: { format: 'iife' },
        }),
      ),
    ),
    ...SERVER_LIBRARY_NAMES.map((name) =>
      builtLibrary(`server-library-${name}`, serverLibraryFile(name), (minify) =>
        buildServerLibrary(name, minify),
      ),
    ),
  ]
}

/** Builds a library for `server.js`, in memory. */
export const buildServerLibrary = (name: ServerLibraryName, minify: boolean) =>
  buildChunk(entryOf(`node/${name}`), { minify, required: REQUIRED, output: { format: 'cjs' } })

const builtLibrary = (
  name: string,
  fileName: string,
  build: (minify: boolean) => Promise<Rolldown.OutputChunk>,
) =>
  builtFile({
    name: `upgrade-101:${name}`,
    fileName,
    contentType: 'text/javascript; charset=utf-8',
    async build(minify) {
      const { code, moduleIds } = await build(minify)
      return { text: code, sources: new Set(moduleIds) }
    },
  })
